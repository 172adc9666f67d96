-- A database of schema version 1, as it was written then; its device key is in MigrationTests.swift.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO grdb_migrations VALUES('1');
CREATE TABLE room (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, site TEXT NOT NULL, designation TEXT NOT NULL,
  escortMustBeDesignated INTEGER NOT NULL, authentication TEXT NOT NULL,
  visitorsPerEscort INTEGER NOT NULL, antiPassback TEXT NOT NULL, capacity INTEGER,
  within TEXT, pinAttempts INTEGER NOT NULL, officerExOfficio INTEGER NOT NULL,
  approverMayEscort INTEGER NOT NULL, unattendedGap INTEGER NOT NULL,
  onUntrustedClock TEXT NOT NULL, place INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO room VALUES('monitor-4f','モニター室','main','both',1,'badge',3,'soft',NULL,NULL,5,1,1,0,'refuse-visits',1);
INSERT INTO room VALUES('server-2f','支所サーバ室','branch','both',1,'badge+pin',3,'soft',NULL,NULL,5,1,1,0,'refuse-visits',2);
INSERT INTO room VALUES('server-4f','サーバ室','main','both',1,'badge+pin',3,'soft',8,'monitor-4f',5,1,1,0,'refuse-visits',0);
CREATE TABLE roomSection (
  room TEXT NOT NULL, place INTEGER NOT NULL, department TEXT NOT NULL,
  PRIMARY KEY (room, place)
) WITHOUT ROWID;
INSERT INTO roomSection VALUES('monitor-4f',0,'zeimu');
INSERT INTO roomSection VALUES('monitor-4f',1,'shimin');
INSERT INTO roomSection VALUES('server-2f',0,'shisho');
INSERT INTO roomSection VALUES('server-4f',0,'zeimu');
CREATE TABLE roomEscort (
  room TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (room, kind)
) WITHOUT ROWID;
INSERT INTO roomEscort VALUES('monitor-4f','information-department');
INSERT INTO roomEscort VALUES('server-2f','branch-office');
INSERT INTO roomEscort VALUES('server-2f','information-department');
INSERT INTO roomEscort VALUES('server-4f','information-department');
CREATE TABLE department (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, place INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO department VALUES('joho','企画広報課',0);
INSERT INTO department VALUES('shimin','市民・人権課',2);
INSERT INTO department VALUES('shisho','西土佐総合支所',4);
INSERT INTO department VALUES('somu','総務課',3);
INSERT INTO department VALUES('zeimu','税務課',1);
CREATE TABLE departmentKind (
  department TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (department, kind)
) WITHOUT ROWID;
INSERT INTO departmentKind VALUES('joho','information-department');
INSERT INTO departmentKind VALUES('shisho','branch-office');
CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, kana TEXT, department TEXT,
  fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER,
  isSuspended INTEGER NOT NULL DEFAULT 0, company TEXT, identityChecked TEXT,
  briefed TEXT, contract TEXT, responsible TEXT
) WITHOUT ROWID;
INSERT INTO person VALUES('100001','岡村 正樹','オカムラ マサキ','joho','2026-04-01',1774969200000,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100002','浜田 恵子','ハマダ ケイコ','joho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100123','山本 一郎','ヤマモト イチロウ','joho','2026-04-01',1774969200000,'2027-03-31',1806505200000,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100124','中平 さくら','ナカヒラ サクラ','joho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100125','宮崎 健','ミヤザキ ケン','joho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100126','芝 隆','シバ タカシ','joho',NULL,NULL,NULL,NULL,1,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100127','小野川 実','オノガワ ミノル','joho',NULL,NULL,'2026-06-30',1782831600000,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100128','新任 光','シンニン ヒカル','joho','2027-01-01',1798729200000,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('100129','川村 葵','カワムラ アオイ','joho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200001','西村 良子','ニシムラ リョウコ','zeimu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200002','前田 勇','マエダ イサム','zeimu',NULL,NULL,'2026-03-31',1774969200000,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200101','竹内 翔','タケウチ ショウ','zeimu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200102','森 千尋','モリ チヒロ','zeimu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200103','武田 学','タケダ マナブ','zeimu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('200104','岡 由美','オカ ユミ','zeimu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('300001','山下 誠','ヤマシタ マコト','shimin',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('400001','安岡 進','ヤスオカ ススム','somu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('400002','監査 清','カンサ キヨシ','somu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('400003','夜間 守','ヤカン マモル','somu',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('500001','中脇 武','ナカワキ タケシ','shisho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('500101','岡本 雪','オカモト ユキ','shisho',NULL,NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('V-001','田中 太郎',NULL,NULL,NULL,NULL,NULL,NULL,0,'四国システム','運転免許証','2026-04-01','保守契約2026-12','joho');
INSERT INTO person VALUES('V-002','佐藤 花子',NULL,NULL,NULL,NULL,NULL,NULL,0,'四国システム','個人番号カード','2026-04-01','保守契約2026-12','joho');
INSERT INTO person VALUES('V-003','鈴木 次郎',NULL,NULL,NULL,NULL,NULL,NULL,0,'四国システム','運転免許証','2026-04-01','保守契約2026-12','joho');
INSERT INTO person VALUES('V-004','高橋 三郎',NULL,NULL,NULL,NULL,NULL,NULL,0,'土佐電設','運転免許証','2026-04-01','空調点検2026-03','somu');
INSERT INTO person VALUES('V-005','伊藤 四季',NULL,NULL,NULL,NULL,NULL,NULL,0,'土佐電設','運転免許証','2026-04-01','空調点検2026-03','somu');
INSERT INTO person VALUES('V-006','渡辺 五月',NULL,NULL,NULL,NULL,NULL,NULL,0,'中村清掃','健康保険証','2026-04-01','清掃2026-01','somu');
INSERT INTO person VALUES('V-007','小林 六花',NULL,NULL,NULL,NULL,NULL,NULL,0,'訪問販売',NULL,NULL,NULL,NULL);
INSERT INTO person VALUES('V-008','加藤 七海',NULL,NULL,NULL,NULL,NULL,NULL,0,'四国システム','運転免許証','2026-04-01',NULL,'joho');
CREATE TABLE badge (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32), person TEXT NOT NULL,
  kind TEXT NOT NULL, status TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO badge VALUES(X'06bbb3c97f271abbc2b5e0416fdae3d1cfc5e0919fdbf0893281fe3757114826','V-008','visitor','lost');
INSERT INTO badge VALUES(X'3b4fabeff140cfbea34c90d978b05dfed1a6cd6559eca81698fbd5e00b2ddbe5','V-007','visitor','active');
INSERT INTO badge VALUES(X'51922e510d050729960a0d108a319fdd83dc5e5d1add1149d6015841f012714b','200103','staff','active');
INSERT INTO badge VALUES(X'5270ceaa175ab7630f65fa7e500f40f10ae61c4270a25a08b2adcfb0f657f5fc','100001','staff','active');
INSERT INTO badge VALUES(X'5740c922a1fa5c58707ba185d35dd5ce8c96cfa78e08340e4439a1fab7dd39e6','400001','staff','active');
INSERT INTO badge VALUES(X'618094d3c520a9ee4f966f62edfe512d7dcfb18d958c6e08361a3983c557df50','400003','staff','active');
INSERT INTO badge VALUES(X'67611813ab173dbea6eac525b885a3db976e9cf4bd89831f41f704de83c25be2','100126','staff','active');
INSERT INTO badge VALUES(X'6ee01a8abbb96db8632e18c755b0814721f88a3abb23e685d6ecb2d7d1d87454','400002','staff','active');
INSERT INTO badge VALUES(X'710bd7d2ed7f790ae0dc66590637063e0346a2cc294a60060709ac2e3ad019d5','V-006','visitor','active');
INSERT INTO badge VALUES(X'71e98ecdd0e6dbb091db591383fbad77c7e2750a8743bedd68698683a933770b','200001','staff','active');
INSERT INTO badge VALUES(X'77610aeff671412d6d96b71e0791759636e5eccfb84eae6c155dfda52b0a3edb','V-003','visitor','active');
INSERT INTO badge VALUES(X'7a217147445fd7eaab3f04986462c6fc17674dc04e26dd1f5e095d031239ed69','200104','staff','active');
INSERT INTO badge VALUES(X'7c71ea11f6b8f7cc325e5b8f89000fa113883c6f8a642a12cc517f01daae0bab','500101','staff','active');
INSERT INTO badge VALUES(X'7e30b18e54341cb08439347aac04294e82c7182c446bcaeb0c2d971e81e2e13a','100129','staff','lost');
INSERT INTO badge VALUES(X'9516ddeaee091342fc8994fe94b5922df38d3191447efa992f0c13ac774752c7','100127','staff','active');
INSERT INTO badge VALUES(X'97152e771d8d1cdfff11ca33fc6b639281700c0cfe35153f9dc333beb4cfa97b','200101','staff','active');
INSERT INTO badge VALUES(X'99418da368c5d6bb1cf8d7c4befe1a078a064ec8cbcd236740c7f850542d620c','100123','staff','active');
INSERT INTO badge VALUES(X'9a134ce6f605f5741dfafb4a3b6d35b2925cc9b4df4f4ec5179572dc6dc54f1a','200102','staff','active');
INSERT INTO badge VALUES(X'a46cac96b0ff28725b50122cd877e411abde019aced3e7881a88724e3b000fb7','100129','staff','active');
INSERT INTO badge VALUES(X'a79fe98229565791a3aa8717e7d4d51b08a2af12a607311fde6a75942d55d747','V-004','visitor','active');
INSERT INTO badge VALUES(X'ab48d91d842ac1a66675d1de6c7dff5e81082001aa0e7c51fe774bd04da52423','100128','staff','active');
INSERT INTO badge VALUES(X'ac4d3d8e5ad3de040b6b859798060e14b30239529455b8dceab1608c6780adb3','100125','staff','active');
INSERT INTO badge VALUES(X'ae4263369e259d26f0f1b07a808498e1a439b032dd27588afbe4a23dd80c693b','100129','staff','suspended');
INSERT INTO badge VALUES(X'bf7096617acbb87ee23dc1e151ec2eeb840cba9cb4657415cbeae28ac8239118','100129','staff','returned');
INSERT INTO badge VALUES(X'c8f213e8b32551552cd7fa27420c9f90884f4be953e2eec18d392126d901f841','V-005','visitor','active');
INSERT INTO badge VALUES(X'c985df8a4845697b3bdde5f52b77339d29f924bf4e101e99631c1cc0f45bbdb0','100124','staff','active');
INSERT INTO badge VALUES(X'ca817c34779dbc58904ac4c1688e1c0d20c3f86a61bdc3345f0c6d22f3fbcc6e','V-001','visitor','active');
INSERT INTO badge VALUES(X'd5c1a7b9c08dc65d5da024b3da854ed6e275d5a169d79297c940693eb4f872c4','300001','staff','active');
INSERT INTO badge VALUES(X'eaa259782855b3731975b665aa5045721dc0cb21f78d7f2081ad3682838bcf23','500001','staff','active');
INSERT INTO badge VALUES(X'ec039c59371adb01450481e7d51c2c88f56e331fbc1d363daf79862f80c001f4','100002','staff','active');
INSERT INTO badge VALUES(X'f02729d193932548bbbf2fcd7535e9605e8d0b8c218dad60a985ce378adbb3b0','200002','staff','returned');
INSERT INTO badge VALUES(X'ff2b5a09bc919ff5dd862defcd23fe88fde342c3b1d0c06561061a616e771c57','V-002','visitor','active');
CREATE TABLE pin (
  person TEXT NOT NULL, isDuress INTEGER NOT NULL, derived TEXT NOT NULL,
  fingerprint TEXT NOT NULL, PRIMARY KEY (person, isDuress)
) WITHOUT ROWID;
INSERT INTO pin VALUES('100001',0,'scrypt$10,8,1$b538c6877dd3601fe18d99f1b63ac2fc$9ada274bf3ed01aa6c6ac231861dd22d1b14629045da1dcf67341407e5546239','bdde4a1ae6a50a52fdb02e45cba55499');
INSERT INTO pin VALUES('100002',0,'scrypt$10,8,1$af32e4a88d1fd34ee9b296b32eb2d138$979e94ce1e8c0a69a926fcbb99feb3693c3fa935b15762f88f598696122155df','476f373de7a6dacf20cf9d20e3e9a5a3');
INSERT INTO pin VALUES('100123',0,'scrypt$10,8,1$04a17a1142b0b9f5cb5bc26e695d8a87$854d590204ba04eff03076937edacfb974ab23c2cf5a485bcdce2450dd1143f5','93aa4a1339ebd180e514757f355857ea');
INSERT INTO pin VALUES('100123',1,'scrypt$10,8,1$04d7a0de18604591df1063399a9fc0b6$b062a460d536f0b77abf9d469875623c9af6a9f6229665ccb89972bd8ae85f96','dd112bcedc144473cce6523a9b936364');
INSERT INTO pin VALUES('100124',0,'scrypt$10,8,1$229ef804d3c2757729caa286c92338c9$d8054d0e4bfb0f134229b9cd20071410b9704125f5a06816f9e8c0ce8d34d807','eaa8236a487bc065d69e81e1d1242b99');
INSERT INTO pin VALUES('100125',0,'scrypt$10,8,1$5903de2f8c8f530955067bb19833e8e4$ee8d6a7f52d74549eacd5ff139996cf858ded8c5b96a08483875214d5c6b33e3','f4f4e7adff8b74c0880bfbfd786c48c8');
INSERT INTO pin VALUES('100126',0,'scrypt$10,8,1$37db5b020b0998cd5346333706cffdf9$4155919e56b0ca22e7fc342b529dcc05baaf98e2cac67e2077ebfe4e832feb93','371e1c95f4d0d9bcf1dca0f8606cf7a2');
INSERT INTO pin VALUES('100127',0,'scrypt$10,8,1$07b4e41110882c74db2ed58f06effc61$69a6c614da96c0f6a1c12522fd57f2bf2ed1b61d59340d35da464124c0f10ee9','b46e919c4451d40527df69fdba27179b');
INSERT INTO pin VALUES('100128',0,'scrypt$10,8,1$f56c39998a66f753c8ebfe7f04824bf4$173986d2af9a11a62b0c853d9b0ae307534e3b73359c4c118a071fe819869ba6','4d5bcd1e4813735264e44b0435041076');
INSERT INTO pin VALUES('100129',0,'scrypt$10,8,1$e05c40df501796035d670eb8a6f6270b$b5f4f58f277a4ee914e6e85ae43c44dfc36219a14b1258516de07710b1ce3ec4','74c7c8243fd612e1535f308f17f7ff90');
INSERT INTO pin VALUES('200001',0,'scrypt$10,8,1$11db61932c77008b61e443adde735a51$0051b51c7cece99b96fc37d40e25ebcca03e2d58815a12ca0da7f080ca1af597','3d6bd52e4e38a54aa1abbbcf0a76be7c');
INSERT INTO pin VALUES('200101',0,'scrypt$10,8,1$a068320e1eded8a7c6046b5f8b61bfb1$f28a5be5f71f30cbed2449e4ae4aa9dc99ae3d8894a94d1e5d632837e60bc58a','f4a635406f700e40b0d8ba1ee3323c78');
INSERT INTO pin VALUES('200102',0,'scrypt$10,8,1$cea849ffbdd801ce434f4f32283a210d$280e83f35b58337726f85398ebff4bf99b5c7a075aa3d41ea6e1dffa051be79c','acbc4824d024001f110616127179f1be');
INSERT INTO pin VALUES('200103',0,'scrypt$10,8,1$20bc2b7e948d4e02a59eb2ee0e75c622$8efe2e9da2050c87781c8484f985bf2c599dc4bd298f9bbba8a743e77de6844b','56695effe916757e85fb98787d225e05');
INSERT INTO pin VALUES('200104',0,'scrypt$10,8,1$a87fac49fe626d21ef572369c4666b25$bad060929e1287a80a4f8409d1e50307529421ac856fcc41c2b173d8bf9d4c37','f6b8d8494a5a52ec988b2ad1dd10f563');
INSERT INTO pin VALUES('300001',0,'scrypt$10,8,1$5e53f48c5d256eab0b67cc85e43e73af$0459c72b396fec891eed9df0c43400e23fa8cedd606fb5d2b6483fe591e5965d','7c55061d7fdaa7dc8920639ea9bb74da');
INSERT INTO pin VALUES('400001',0,'scrypt$10,8,1$0fe6f39c1233b019adecfa8d544b2cec$9c873dc15f2b25933180cf83ae6a3438be428e1480433dfd0374943b3c92a689','63b30e7ac8f07b34c75a6015337f09ac');
INSERT INTO pin VALUES('500001',0,'scrypt$10,8,1$93c8e46668d9b01731e86be6e8414fc6$b832d7485374598a25061037121eeb3c0dd01a2206ce03a335d68c68f73d8d8c','691b72b55e30c1f99bdadd46669bf2e6');
INSERT INTO pin VALUES('500101',0,'scrypt$10,8,1$aef9052b008ed1855bf8f98301a31e8f$9b8a07bbeb6ff854876e2312513b5d37be8c0afe8acf5cea80d4d00fb1d3a327','e6320da8cf3ac298867f96fbf9885066');
CREATE TABLE appointment (
  number INTEGER PRIMARY KEY, office TEXT NOT NULL, person TEXT NOT NULL, department TEXT,
  fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER, basis TEXT
);
INSERT INTO appointment VALUES(1,'information-officer','400001',NULL,'2024-04-01',1711897200000,'2026-03-31',1774969200000,NULL);
INSERT INTO appointment VALUES(2,'information-officer','100001',NULL,'2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(3,'acting-information-officer','100002',NULL,'2026-08-10',1786287600000,'2026-08-16',1786892400000,'事務決裁規程第5条');
INSERT INTO appointment VALUES(4,'section-head','200002','zeimu','2024-04-01',1711897200000,'2026-03-31',1774969200000,NULL);
INSERT INTO appointment VALUES(5,'section-head','200001','zeimu','2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(6,'section-head','300001','shimin','2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(7,'section-head','500001','shisho','2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(8,'auditor','400002',NULL,'2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(9,'operator','400003',NULL,'2026-04-01',1774969200000,NULL,NULL,NULL);
INSERT INTO appointment VALUES(10,'installer','100124',NULL,'2026-04-01',1774969200000,NULL,NULL,NULL);
CREATE TABLE holiday (day TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO holiday VALUES('2026-04-29');
INSERT INTO holiday VALUES('2026-05-03');
INSERT INTO holiday VALUES('2026-05-04');
INSERT INTO holiday VALUES('2026-05-05');
INSERT INTO holiday VALUES('2026-05-06');
INSERT INTO holiday VALUES('2026-11-03');
INSERT INTO holiday VALUES('2026-11-23');
INSERT INTO holiday VALUES('2027-01-01');
CREATE TABLE designation (
  id TEXT PRIMARY KEY, person TEXT NOT NULL,
  fromWritten TEXT, fromMs INTEGER, untilWritten TEXT, untilMs INTEGER,
  hoursDays TEXT, hoursFrom TEXT, hoursUntil TEXT, reason TEXT NOT NULL,
  revokedMs INTEGER
) WITHOUT ROWID;
INSERT INTO designation VALUES('D-2025-017','200104','2025-04-01',1743433200000,'2026-03-31',1774969200000,NULL,NULL,NULL,'税務システムの運用',NULL);
INSERT INTO designation VALUES('D-2026-001','100123','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-002','100124','2026-04-01',1774969200000,'2027-03-31',1806505200000,'mon,tue,wed,thu,fri','08:00','19:00','サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-003','100002','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'情報責任者の代決',NULL);
INSERT INTO designation VALUES('D-2026-004','200101','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'税務システムの運用',NULL);
INSERT INTO designation VALUES('D-2026-005','200103','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'税務システムの更新',NULL);
INSERT INTO designation VALUES('D-2026-006','100126','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-007','100127','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-008','100128','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-009','100129','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'サーバ運用',NULL);
INSERT INTO designation VALUES('D-2026-010','500101','2026-04-01',1774969200000,'2027-03-31',1806505200000,NULL,NULL,NULL,'支所サーバの運用',NULL);
CREATE TABLE designationRoom (
  designation TEXT NOT NULL, place INTEGER NOT NULL, room TEXT NOT NULL,
  PRIMARY KEY (designation, place)
) WITHOUT ROWID;
INSERT INTO designationRoom VALUES('D-2025-017',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-001',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-001',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-002',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-002',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-003',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-003',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-004',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-004',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-005',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-006',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-007',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-007',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-008',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-009',0,'server-4f');
INSERT INTO designationRoom VALUES('D-2026-009',1,'monitor-4f');
INSERT INTO designationRoom VALUES('D-2026-010',0,'server-2f');
CREATE TABLE signature (
  designation TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
  signedOn TEXT NOT NULL, PRIMARY KEY (designation, place)
) WITHOUT ROWID;
INSERT INTO signature VALUES('D-2025-017',0,'400001','2025-04-01');
INSERT INTO signature VALUES('D-2025-017',1,'200002','2025-04-01');
INSERT INTO signature VALUES('D-2026-001',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-001',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-002',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-002',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-003',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-003',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-004',0,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-004',1,'100001','2026-04-02');
INSERT INTO signature VALUES('D-2026-005',0,'100001','2026-04-03');
INSERT INTO signature VALUES('D-2026-006',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-006',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-007',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-007',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-008',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-008',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-009',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-009',1,'200001','2026-04-01');
INSERT INTO signature VALUES('D-2026-010',0,'100001','2026-04-01');
INSERT INTO signature VALUES('D-2026-010',1,'500001','2026-04-01');
CREATE TABLE visit (
  id TEXT PRIMARY KEY, approvedBy TEXT NOT NULL, approvedOn TEXT NOT NULL,
  necessity TEXT NOT NULL, fromWritten TEXT, fromMs INTEGER, untilWritten TEXT,
  untilMs INTEGER, entries INTEGER, hasEscorts INTEGER NOT NULL, withdrawnMs INTEGER
) WITHOUT ROWID;
INSERT INTO visit VALUES('A-2026-002','100001','2026-04-01','年間保守契約に基づく定期点検','2026-04-01',1774969200000,'2027-03-31',1806505200000,200,0,NULL);
INSERT INTO visit VALUES('A-2026-003','100001','2026-04-01','床清掃','2026-04-02T13:00:00+09:00',1775102400000,'2026-04-02T15:00:00+09:00',1775109600000,1,0,NULL);
INSERT INTO visit VALUES('A-2026-014','100001','2026-04-08','保守契約に基づくディスク交換','2026-04-10T09:00:00+09:00',1775779200000,'2026-04-10T12:00:00+09:00',1775790000000,1,1,NULL);
INSERT INTO visit VALUES('A-2026-015','100001','2026-04-08','帳票出力装置の立会確認','2026-04-10',1775746800000,'2026-04-10',1775833200000,2,0,NULL);
INSERT INTO visit VALUES('A-2026-041','100002','2026-08-12','空調故障に伴う機器点検','2026-08-13T09:00:00+09:00',1786579200000,'2026-08-13T17:00:00+09:00',1786608000000,3,0,NULL);
INSERT INTO visit VALUES('A-2026-060','100001','2026-11-02','改修工事期間中の清掃','2026-11-16',1794754800000,'2026-12-15',1797346800000,NULL,0,NULL);
CREATE TABLE visitVisitor (
  visit TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (visit, place)
) WITHOUT ROWID;
INSERT INTO visitVisitor VALUES('A-2026-015',0,'200102');
INSERT INTO visitVisitor VALUES('A-2026-014',0,'V-001');
INSERT INTO visitVisitor VALUES('A-2026-041',0,'V-001');
INSERT INTO visitVisitor VALUES('A-2026-002',0,'V-002');
INSERT INTO visitVisitor VALUES('A-2026-002',1,'V-003');
INSERT INTO visitVisitor VALUES('A-2026-002',2,'V-004');
INSERT INTO visitVisitor VALUES('A-2026-002',3,'V-005');
INSERT INTO visitVisitor VALUES('A-2026-003',0,'V-006');
INSERT INTO visitVisitor VALUES('A-2026-060',0,'V-006');
CREATE TABLE visitRoom (
  visit TEXT NOT NULL, place INTEGER NOT NULL, room TEXT NOT NULL,
  PRIMARY KEY (visit, place)
) WITHOUT ROWID;
INSERT INTO visitRoom VALUES('A-2026-002',0,'server-4f');
INSERT INTO visitRoom VALUES('A-2026-002',1,'monitor-4f');
INSERT INTO visitRoom VALUES('A-2026-003',0,'monitor-4f');
INSERT INTO visitRoom VALUES('A-2026-014',0,'server-4f');
INSERT INTO visitRoom VALUES('A-2026-015',0,'server-4f');
INSERT INTO visitRoom VALUES('A-2026-041',0,'server-4f');
INSERT INTO visitRoom VALUES('A-2026-060',0,'monitor-4f');
CREATE TABLE visitEscort (
  visit TEXT NOT NULL, place INTEGER NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (visit, place)
) WITHOUT ROWID;
INSERT INTO visitEscort VALUES('A-2026-014',0,'100123');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES('claim','e11d8d340c5198dc25ca648a63fd1045fab68f6477f26842be23cd6abc86283e');
INSERT INTO meta VALUES('policyRevision','1');
CREATE TABLE badgeRead (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32), readMs INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE presence (
  person TEXT PRIMARY KEY, room TEXT NOT NULL, sinceMs INTEGER NOT NULL, escort TEXT,
  visit TEXT, unattendedMs INTEGER,
  -- On which approval a visitor was in the outer room, where recorded there on the way in.
  outerVisit TEXT
) WITHOUT ROWID;
INSERT INTO presence VALUES('100123','server-4f',1795591978427,NULL,NULL,NULL,NULL);
CREATE TABLE outstanding (
  entry INTEGER NOT NULL, person TEXT NOT NULL, door TEXT NOT NULL, room TEXT NOT NULL,
  visit TEXT, escort TEXT, PRIMARY KEY (entry, person)
) WITHOUT ROWID;
CREATE TABLE visitUse (
  visit TEXT NOT NULL, person TEXT NOT NULL, room TEXT NOT NULL, entries INTEGER NOT NULL,
  PRIMARY KEY (visit, person, room)
) WITHOUT ROWID;
CREATE TABLE pinState (
  person TEXT PRIMARY KEY, wrong INTEGER NOT NULL, locks INTEGER NOT NULL,
  lockedBoot TEXT, lockedUntilInstant INTEGER, lockedUntilMs INTEGER
) WITHOUT ROWID;
INSERT INTO pinState VALUES('100123',0,0,NULL,NULL,NULL);
CREATE TABLE lockdown (room TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE lockdownAllowed (
  room TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (room, person)
) WITHOUT ROWID;
CREATE TABLE alarm (
  alarm TEXT NOT NULL, door TEXT NOT NULL, room TEXT NOT NULL, person TEXT NOT NULL,
  reader TEXT NOT NULL, sinceMs INTEGER NOT NULL, isAcknowledged INTEGER NOT NULL,
  isOver INTEGER NOT NULL, PRIMARY KEY (alarm, door, room, person, reader)
) WITHOUT ROWID;
CREATE TABLE token (
  digest BLOB PRIMARY KEY CHECK (length(digest) = 32), number INTEGER NOT NULL UNIQUE,
  person TEXT NOT NULL, label TEXT NOT NULL, issuedMs INTEGER NOT NULL,
  expiresMs INTEGER, usedMs INTEGER, revokedMs INTEGER
) WITHOUT ROWID;
CREATE TABLE journal (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  body TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  atMs INTEGER GENERATED ALWAYS AS (json_extract(body, '$.ms')) VIRTUAL,
  kind TEXT GENERATED ALWAYS AS (json_extract(body, '$.kind')) VIRTUAL,
  door TEXT GENERATED ALWAYS AS (json_extract(body, '$.door')) VIRTUAL
);
INSERT INTO journal VALUES(1,'{"at":"2026-11-25T16:32:55.453+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"system","mono":1751435570924,"ms":1795591975453,"number":1,"prev":"0000000000000000000000000000000000000000000000000000000000000000","state":"started","trusted":true}','1cb10351648f8cdbead3778a5491eace3df273fd13b70e8b28204e2ef2f3da4b');
INSERT INTO journal VALUES(2,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":2,"prev":"1cb10351648f8cdbead3778a5491eace3df273fd13b70e8b28204e2ef2f3da4b","state":"accepted","subject":"policy revision 1","text":"simulate","trusted":true,"verb":"applyPolicy"}','6f2bf401e4088492da58da2a86844e2546bc2e6aa83fc35e588062544a184975');
INSERT INTO journal VALUES(3,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":3,"of":2,"prev":"6f2bf401e4088492da58da2a86844e2546bc2e6aa83fc35e588062544a184975","state":"added","subject":"room server-4f","trusted":true,"verb":"applyPolicy"}','72b542200aa21491120b085f27a79b13e4424594d3ec9efe83af7820a65e003e');
INSERT INTO journal VALUES(4,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":4,"of":2,"prev":"72b542200aa21491120b085f27a79b13e4424594d3ec9efe83af7820a65e003e","state":"added","subject":"room monitor-4f","trusted":true,"verb":"applyPolicy"}','93379ff6909bf221fd94ab58fc670b365349165f258c3d63a93dc2e7a0fac5b8');
INSERT INTO journal VALUES(5,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":5,"of":2,"prev":"93379ff6909bf221fd94ab58fc670b365349165f258c3d63a93dc2e7a0fac5b8","state":"added","subject":"room server-2f","trusted":true,"verb":"applyPolicy"}','d742a37b19e9ea02e48126a338864fdf15bb944041e23007e81c71a9205fce3c');
INSERT INTO journal VALUES(6,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":6,"of":2,"prev":"d742a37b19e9ea02e48126a338864fdf15bb944041e23007e81c71a9205fce3c","state":"added","subject":"department joho","trusted":true,"verb":"applyPolicy"}','69541df1772368cf48eb66a7ff6ccf16a0e0295bc60f4d5d85e26af275fcb9cc');
INSERT INTO journal VALUES(7,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":7,"of":2,"prev":"69541df1772368cf48eb66a7ff6ccf16a0e0295bc60f4d5d85e26af275fcb9cc","state":"added","subject":"department zeimu","trusted":true,"verb":"applyPolicy"}','048cb100a82a25c4fdb87a09334b9e1c83900e8fc7f8ebb57ccc99563cfa865f');
INSERT INTO journal VALUES(8,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":8,"of":2,"prev":"048cb100a82a25c4fdb87a09334b9e1c83900e8fc7f8ebb57ccc99563cfa865f","state":"added","subject":"department shimin","trusted":true,"verb":"applyPolicy"}','5e6dd40764c13f7380adcb6f140984582eceb9b17f3825ba26a6246333965040');
INSERT INTO journal VALUES(9,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":9,"of":2,"prev":"5e6dd40764c13f7380adcb6f140984582eceb9b17f3825ba26a6246333965040","state":"added","subject":"department somu","trusted":true,"verb":"applyPolicy"}','f17905904f7aef08d279d8700f77ca2160375ccf275db55f26badedcaa193d78');
INSERT INTO journal VALUES(10,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":10,"of":2,"prev":"f17905904f7aef08d279d8700f77ca2160375ccf275db55f26badedcaa193d78","state":"added","subject":"department shisho","trusted":true,"verb":"applyPolicy"}','9c0691dd5c2ffe07d929ecc56f91e512150f0934447466b88a18769f6b219943');
INSERT INTO journal VALUES(11,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":11,"of":2,"people":["100001"],"prev":"9c0691dd5c2ffe07d929ecc56f91e512150f0934447466b88a18769f6b219943","state":"added","subject":"person 100001","trusted":true,"verb":"applyPolicy"}','772faee70e4995ae9867ede40b42dee18342c331c09e98bbd80273d59ec94d5c');
INSERT INTO journal VALUES(12,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":12,"of":2,"people":["100002"],"prev":"772faee70e4995ae9867ede40b42dee18342c331c09e98bbd80273d59ec94d5c","state":"added","subject":"person 100002","trusted":true,"verb":"applyPolicy"}','3c8d995b6ef1bc3eb34c6f814647cf37d7d253d8c7be6b82a112e4a539c04c72');
INSERT INTO journal VALUES(13,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":13,"of":2,"people":["100123"],"prev":"3c8d995b6ef1bc3eb34c6f814647cf37d7d253d8c7be6b82a112e4a539c04c72","state":"added","subject":"person 100123","trusted":true,"verb":"applyPolicy"}','b4c6abcdee09a1b795e4a2622c21a1db7abdb508fbd195ae290ecfa3cfe935af');
INSERT INTO journal VALUES(14,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":14,"of":2,"people":["100124"],"prev":"b4c6abcdee09a1b795e4a2622c21a1db7abdb508fbd195ae290ecfa3cfe935af","state":"added","subject":"person 100124","trusted":true,"verb":"applyPolicy"}','abe9037935342c7591a9446967f4d3608a2b0d2437d220b097596651a7169298');
INSERT INTO journal VALUES(15,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":15,"of":2,"people":["100125"],"prev":"abe9037935342c7591a9446967f4d3608a2b0d2437d220b097596651a7169298","state":"added","subject":"person 100125","trusted":true,"verb":"applyPolicy"}','729bd51cf0f13b513159201be2aa70eeb6d28a952941e9d91c71dc8c6465c92d');
INSERT INTO journal VALUES(16,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":16,"of":2,"people":["100126"],"prev":"729bd51cf0f13b513159201be2aa70eeb6d28a952941e9d91c71dc8c6465c92d","state":"added","subject":"person 100126","trusted":true,"verb":"applyPolicy"}','51ba5371f6a11801957a06d73ef490e7a3891948ddc81f4feec4aee97d7c2c59');
INSERT INTO journal VALUES(17,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":17,"of":2,"people":["100127"],"prev":"51ba5371f6a11801957a06d73ef490e7a3891948ddc81f4feec4aee97d7c2c59","state":"added","subject":"person 100127","trusted":true,"verb":"applyPolicy"}','7f5b00823340d22637b596de64a8a16229286a8773fdaf958d7e5a9328c1406b');
INSERT INTO journal VALUES(18,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":18,"of":2,"people":["100128"],"prev":"7f5b00823340d22637b596de64a8a16229286a8773fdaf958d7e5a9328c1406b","state":"added","subject":"person 100128","trusted":true,"verb":"applyPolicy"}','024bf7c880f4c13dcfbc301f305282c7346e931f6f04a5816b025b5dd4ee54f6');
INSERT INTO journal VALUES(19,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":19,"of":2,"people":["100129"],"prev":"024bf7c880f4c13dcfbc301f305282c7346e931f6f04a5816b025b5dd4ee54f6","state":"added","subject":"person 100129","trusted":true,"verb":"applyPolicy"}','32aa2ebc1e1b87e2a546d454bc51fc02d2429a12337f3267e7bfeca351d7455b');
INSERT INTO journal VALUES(20,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":20,"of":2,"people":["200001"],"prev":"32aa2ebc1e1b87e2a546d454bc51fc02d2429a12337f3267e7bfeca351d7455b","state":"added","subject":"person 200001","trusted":true,"verb":"applyPolicy"}','e870e4fe6230d44a27d46718c1e9ebe610293abf42a82bd4ff0781320a11c6d6');
INSERT INTO journal VALUES(21,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":21,"of":2,"people":["200002"],"prev":"e870e4fe6230d44a27d46718c1e9ebe610293abf42a82bd4ff0781320a11c6d6","state":"added","subject":"person 200002","trusted":true,"verb":"applyPolicy"}','7f6388cb3dfdf7fdb83ecd59bee94addccd311e9bfa4843f150802ce37db5e93');
INSERT INTO journal VALUES(22,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":22,"of":2,"people":["200101"],"prev":"7f6388cb3dfdf7fdb83ecd59bee94addccd311e9bfa4843f150802ce37db5e93","state":"added","subject":"person 200101","trusted":true,"verb":"applyPolicy"}','d9ae4d84c6766e247616311b89eac0f267d03c945d315fb579392b8e12ac6aeb');
INSERT INTO journal VALUES(23,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":23,"of":2,"people":["200102"],"prev":"d9ae4d84c6766e247616311b89eac0f267d03c945d315fb579392b8e12ac6aeb","state":"added","subject":"person 200102","trusted":true,"verb":"applyPolicy"}','dcde0dc99a364254af8cf2474e77d11a6776dec0ed0d499c94d176bb9f19481e');
INSERT INTO journal VALUES(24,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":24,"of":2,"people":["200103"],"prev":"dcde0dc99a364254af8cf2474e77d11a6776dec0ed0d499c94d176bb9f19481e","state":"added","subject":"person 200103","trusted":true,"verb":"applyPolicy"}','52d1946cadc88ae6f2ede4cee97b1b3a6bbf82f02d6558fcde10ef8788cf8d66');
INSERT INTO journal VALUES(25,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":25,"of":2,"people":["200104"],"prev":"52d1946cadc88ae6f2ede4cee97b1b3a6bbf82f02d6558fcde10ef8788cf8d66","state":"added","subject":"person 200104","trusted":true,"verb":"applyPolicy"}','96a407162c2b13bd6cc033b0ca0b5337584a0a53dca40b9ea8aa5de1b13dea69');
INSERT INTO journal VALUES(26,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":26,"of":2,"people":["300001"],"prev":"96a407162c2b13bd6cc033b0ca0b5337584a0a53dca40b9ea8aa5de1b13dea69","state":"added","subject":"person 300001","trusted":true,"verb":"applyPolicy"}','731773fdeb710c82c15904cad107a2360c0599f09b02fd8af0c2b41272566184');
INSERT INTO journal VALUES(27,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":27,"of":2,"people":["400001"],"prev":"731773fdeb710c82c15904cad107a2360c0599f09b02fd8af0c2b41272566184","state":"added","subject":"person 400001","trusted":true,"verb":"applyPolicy"}','1d972fa148ddb0f70000bb7d32d1a60bcbeec8526cce6210d544393400d82b75');
INSERT INTO journal VALUES(28,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":28,"of":2,"people":["400002"],"prev":"1d972fa148ddb0f70000bb7d32d1a60bcbeec8526cce6210d544393400d82b75","state":"added","subject":"person 400002","trusted":true,"verb":"applyPolicy"}','11a6b44d50feeab402359a76ed760979e68da50e7be2472bd74ab469c0335ffa');
INSERT INTO journal VALUES(29,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":29,"of":2,"people":["400003"],"prev":"11a6b44d50feeab402359a76ed760979e68da50e7be2472bd74ab469c0335ffa","state":"added","subject":"person 400003","trusted":true,"verb":"applyPolicy"}','3f17f453d0ee7185e47ca8ea6bb1d3d01f2c2d00cd64f27697b929e83acc2b40');
INSERT INTO journal VALUES(30,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":30,"of":2,"people":["500001"],"prev":"3f17f453d0ee7185e47ca8ea6bb1d3d01f2c2d00cd64f27697b929e83acc2b40","state":"added","subject":"person 500001","trusted":true,"verb":"applyPolicy"}','ad596bce9b4cf196935519ce91b3f9504586619eb316a2625a216539829924a7');
INSERT INTO journal VALUES(31,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":31,"of":2,"people":["500101"],"prev":"ad596bce9b4cf196935519ce91b3f9504586619eb316a2625a216539829924a7","state":"added","subject":"person 500101","trusted":true,"verb":"applyPolicy"}','ee2e800cdb897c4753ad53caaee591557e0d157a1ddbac47c076a01ee78f2dcc');
INSERT INTO journal VALUES(32,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":32,"of":2,"people":["V-001"],"prev":"ee2e800cdb897c4753ad53caaee591557e0d157a1ddbac47c076a01ee78f2dcc","state":"added","subject":"person V-001","trusted":true,"verb":"applyPolicy"}','e7b2fdb026a1ae993f8e4d5ca3ca8bcc51a989c193cc41540e6279c93e034b89');
INSERT INTO journal VALUES(33,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":33,"of":2,"people":["V-002"],"prev":"e7b2fdb026a1ae993f8e4d5ca3ca8bcc51a989c193cc41540e6279c93e034b89","state":"added","subject":"person V-002","trusted":true,"verb":"applyPolicy"}','eaeedaaaf64320e5153768a76ac5083875f82ae02d41131caa6343061291b025');
INSERT INTO journal VALUES(34,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":34,"of":2,"people":["V-003"],"prev":"eaeedaaaf64320e5153768a76ac5083875f82ae02d41131caa6343061291b025","state":"added","subject":"person V-003","trusted":true,"verb":"applyPolicy"}','9dc4d44435103dcceb1364c707db8aacebff12b0bbc5b93795f4e3aa0de954d3');
INSERT INTO journal VALUES(35,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":35,"of":2,"people":["V-004"],"prev":"9dc4d44435103dcceb1364c707db8aacebff12b0bbc5b93795f4e3aa0de954d3","state":"added","subject":"person V-004","trusted":true,"verb":"applyPolicy"}','39d71732a3ae7289e394267778564b790955125846ecb14954ec973a3ee605c8');
INSERT INTO journal VALUES(36,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":36,"of":2,"people":["V-005"],"prev":"39d71732a3ae7289e394267778564b790955125846ecb14954ec973a3ee605c8","state":"added","subject":"person V-005","trusted":true,"verb":"applyPolicy"}','5b8e8ecd8a1917afb8454acf997b909aa7da9eb4b597dd4c075cfb14816e820c');
INSERT INTO journal VALUES(37,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":37,"of":2,"people":["V-006"],"prev":"5b8e8ecd8a1917afb8454acf997b909aa7da9eb4b597dd4c075cfb14816e820c","state":"added","subject":"person V-006","trusted":true,"verb":"applyPolicy"}','9b3829a86e9f67908e32abddae0bfe29d591be17d1f5c4f33ad51893c991f8b4');
INSERT INTO journal VALUES(38,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":38,"of":2,"people":["V-007"],"prev":"9b3829a86e9f67908e32abddae0bfe29d591be17d1f5c4f33ad51893c991f8b4","state":"added","subject":"person V-007","trusted":true,"verb":"applyPolicy"}','41e738c6c28edb681d310a479f792a14244e6129ca180676b0bf1d646eaf6423');
INSERT INTO journal VALUES(39,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":39,"of":2,"people":["V-008"],"prev":"41e738c6c28edb681d310a479f792a14244e6129ca180676b0bf1d646eaf6423","state":"added","subject":"person V-008","trusted":true,"verb":"applyPolicy"}','96e4dfa8b97f8392686ef75550ed80c41b120274af3bb1e558768f4dd74c0ab8');
INSERT INTO journal VALUES(40,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":40,"of":2,"prev":"96e4dfa8b97f8392686ef75550ed80c41b120274af3bb1e558768f4dd74c0ab8","state":"added","subject":"appointment information-officer 400001","trusted":true,"verb":"applyPolicy"}','22fbf390d162115a6a089dffa55e05e64dcdc75c8214d1293ace5a02edb2ca47');
INSERT INTO journal VALUES(41,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":41,"of":2,"prev":"22fbf390d162115a6a089dffa55e05e64dcdc75c8214d1293ace5a02edb2ca47","state":"added","subject":"appointment section-head zeimu 200002","trusted":true,"verb":"applyPolicy"}','d3728df68a73b65e6f5ecb49718aa27fa592da41037924dc5c789d93908b8cac');
INSERT INTO journal VALUES(42,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":42,"of":2,"prev":"d3728df68a73b65e6f5ecb49718aa27fa592da41037924dc5c789d93908b8cac","state":"added","subject":"appointment information-officer 100001","trusted":true,"verb":"applyPolicy"}','5c0e902a2b8de7c827084cfeab010aa028701c6c4be5f01918a60e5ac6916307');
INSERT INTO journal VALUES(43,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":43,"of":2,"prev":"5c0e902a2b8de7c827084cfeab010aa028701c6c4be5f01918a60e5ac6916307","state":"added","subject":"appointment section-head zeimu 200001","trusted":true,"verb":"applyPolicy"}','c745a1b9983ffc7804627178e2b5e8e52274702497ad72925c1ed935236e49bd');
INSERT INTO journal VALUES(44,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":44,"of":2,"prev":"c745a1b9983ffc7804627178e2b5e8e52274702497ad72925c1ed935236e49bd","state":"added","subject":"appointment section-head shimin 300001","trusted":true,"verb":"applyPolicy"}','87cd9afe8c6de39cbb1831356591559b09c1dc22957b2d9d96f75832bbdcc58c');
INSERT INTO journal VALUES(45,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":45,"of":2,"prev":"87cd9afe8c6de39cbb1831356591559b09c1dc22957b2d9d96f75832bbdcc58c","state":"added","subject":"appointment section-head shisho 500001","trusted":true,"verb":"applyPolicy"}','0133653fe4f04b9647a4da90eb0d01ab20914375fafdd26fc82af28a7de9a513');
INSERT INTO journal VALUES(46,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":46,"of":2,"prev":"0133653fe4f04b9647a4da90eb0d01ab20914375fafdd26fc82af28a7de9a513","state":"added","subject":"appointment auditor 400002","trusted":true,"verb":"applyPolicy"}','cbb407aa617e21ef9b1e82bfc48b5fde2d160e73bfc074068edddf20e521c182');
INSERT INTO journal VALUES(47,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":47,"of":2,"prev":"cbb407aa617e21ef9b1e82bfc48b5fde2d160e73bfc074068edddf20e521c182","state":"added","subject":"appointment operator 400003","trusted":true,"verb":"applyPolicy"}','ab5fa30cc731e865dafdb885e1f46376f57919ab0afa32d8d845b14afd9a23ca');
INSERT INTO journal VALUES(48,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":48,"of":2,"prev":"ab5fa30cc731e865dafdb885e1f46376f57919ab0afa32d8d845b14afd9a23ca","state":"added","subject":"appointment installer 100124","trusted":true,"verb":"applyPolicy"}','a12bbfe08ff4e345cc77ae75992761af7b78475b803e847feff916f75afd2510');
INSERT INTO journal VALUES(49,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":49,"of":2,"prev":"a12bbfe08ff4e345cc77ae75992761af7b78475b803e847feff916f75afd2510","state":"added","subject":"appointment acting-information-officer 100002","trusted":true,"verb":"applyPolicy"}','9c16fe2509eada73a0918ccdb4a9e5b7faf21553ad5615e251673803928179d2');
INSERT INTO journal VALUES(50,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":50,"of":2,"prev":"9c16fe2509eada73a0918ccdb4a9e5b7faf21553ad5615e251673803928179d2","state":"added","subject":"holiday 2026-04-29","trusted":true,"verb":"applyPolicy"}','e559ae588bee9a2d7ef6b397051ebe963172df573193301ca9e362a4bba5f7d0');
INSERT INTO journal VALUES(51,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":51,"of":2,"prev":"e559ae588bee9a2d7ef6b397051ebe963172df573193301ca9e362a4bba5f7d0","state":"added","subject":"holiday 2026-05-03","trusted":true,"verb":"applyPolicy"}','090c9ab327687fcdb241d93128890eba89f0a501da70dce2c9d9e7c1728b60c1');
INSERT INTO journal VALUES(52,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":52,"of":2,"prev":"090c9ab327687fcdb241d93128890eba89f0a501da70dce2c9d9e7c1728b60c1","state":"added","subject":"holiday 2026-05-04","trusted":true,"verb":"applyPolicy"}','4e9f84dd85715ce178f027ae33f849a4cda1ed32fbf7759af3bd0fbd689f901f');
INSERT INTO journal VALUES(53,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":53,"of":2,"prev":"4e9f84dd85715ce178f027ae33f849a4cda1ed32fbf7759af3bd0fbd689f901f","state":"added","subject":"holiday 2026-05-05","trusted":true,"verb":"applyPolicy"}','4baa948aeb7c2bb4b0eb3ed1027be8f793701fa68c4d2f015833fd045f0b73c8');
INSERT INTO journal VALUES(54,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":54,"of":2,"prev":"4baa948aeb7c2bb4b0eb3ed1027be8f793701fa68c4d2f015833fd045f0b73c8","state":"added","subject":"holiday 2026-05-06","trusted":true,"verb":"applyPolicy"}','9a77bf7d727b6fcc2363f5f5fbdc01f4f1ea2142e37b4ba8ab2232e808dfb2d0');
INSERT INTO journal VALUES(55,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":55,"of":2,"prev":"9a77bf7d727b6fcc2363f5f5fbdc01f4f1ea2142e37b4ba8ab2232e808dfb2d0","state":"added","subject":"holiday 2026-11-03","trusted":true,"verb":"applyPolicy"}','64d9242b22f21bddf335bb6f1a1bd89ce966dec78fd61f439a65b3a3f7129279');
INSERT INTO journal VALUES(56,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":56,"of":2,"prev":"64d9242b22f21bddf335bb6f1a1bd89ce966dec78fd61f439a65b3a3f7129279","state":"added","subject":"holiday 2026-11-23","trusted":true,"verb":"applyPolicy"}','0c8cc9e63cf6de2fc0a4392f18775bacad17000cc0cf9f24943f3e5ce110c474');
INSERT INTO journal VALUES(57,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":57,"of":2,"prev":"0c8cc9e63cf6de2fc0a4392f18775bacad17000cc0cf9f24943f3e5ce110c474","state":"added","subject":"holiday 2027-01-01","trusted":true,"verb":"applyPolicy"}','d1b759dc1a1fe25a1299fdad363b76d8df590c5e59ec79df785cbd0b6301ec52');
INSERT INTO journal VALUES(58,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":58,"of":2,"prev":"d1b759dc1a1fe25a1299fdad363b76d8df590c5e59ec79df785cbd0b6301ec52","state":"added","subject":"designation D-2026-001","trusted":true,"verb":"applyPolicy"}','64b924aef661e9e8fd847d0983985f3bd6f38bef77cbdcaf0d1711fb98992812');
INSERT INTO journal VALUES(59,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":59,"of":2,"prev":"64b924aef661e9e8fd847d0983985f3bd6f38bef77cbdcaf0d1711fb98992812","state":"added","subject":"designation D-2026-002","trusted":true,"verb":"applyPolicy"}','c7de2f0bb3a749812bb9c20cebe8be44acb04222012fae19358325748bfcacbe');
INSERT INTO journal VALUES(60,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":60,"of":2,"prev":"c7de2f0bb3a749812bb9c20cebe8be44acb04222012fae19358325748bfcacbe","state":"added","subject":"designation D-2026-003","trusted":true,"verb":"applyPolicy"}','8036f322a624a72657b2df6a4162166f3a8d7a4bfc4294af392fe005e19280d5');
INSERT INTO journal VALUES(61,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":61,"of":2,"prev":"8036f322a624a72657b2df6a4162166f3a8d7a4bfc4294af392fe005e19280d5","state":"added","subject":"designation D-2026-004","trusted":true,"verb":"applyPolicy"}','50cabcaad82318e3cf8cedb9ff7f67cb040529da8cc400b05dff0cafee3c67f5');
INSERT INTO journal VALUES(62,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":62,"of":2,"prev":"50cabcaad82318e3cf8cedb9ff7f67cb040529da8cc400b05dff0cafee3c67f5","state":"added","subject":"designation D-2026-005","trusted":true,"verb":"applyPolicy"}','d416e4ac7f025fc886a0f368fd47cef834c5f4622d8090a8315eceb99af851aa');
INSERT INTO journal VALUES(63,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":63,"of":2,"prev":"d416e4ac7f025fc886a0f368fd47cef834c5f4622d8090a8315eceb99af851aa","state":"added","subject":"designation D-2025-017","trusted":true,"verb":"applyPolicy"}','cbd01aff38e74c31ffce4ffd1432f5f420e9d3bc8ee46bee50dd4ff91e917dd4');
INSERT INTO journal VALUES(64,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":64,"of":2,"prev":"cbd01aff38e74c31ffce4ffd1432f5f420e9d3bc8ee46bee50dd4ff91e917dd4","state":"added","subject":"designation D-2026-006","trusted":true,"verb":"applyPolicy"}','b665045915d8faae1dc9f7d8fa8f2f945b3aa31b3dd694ab61843b189ff60951');
INSERT INTO journal VALUES(65,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":65,"of":2,"prev":"b665045915d8faae1dc9f7d8fa8f2f945b3aa31b3dd694ab61843b189ff60951","state":"added","subject":"designation D-2026-007","trusted":true,"verb":"applyPolicy"}','4dc6c347d3d4ce7838f54a9486fb9ee76d4193650ec3fa390c780b9a5b1ba985');
INSERT INTO journal VALUES(66,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":66,"of":2,"prev":"4dc6c347d3d4ce7838f54a9486fb9ee76d4193650ec3fa390c780b9a5b1ba985","state":"added","subject":"designation D-2026-008","trusted":true,"verb":"applyPolicy"}','e3eff51cbc65a7e0d9f4eb2326b61599de67a58ce6cc65b2efd316992aafcee8');
INSERT INTO journal VALUES(67,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":67,"of":2,"prev":"e3eff51cbc65a7e0d9f4eb2326b61599de67a58ce6cc65b2efd316992aafcee8","state":"added","subject":"designation D-2026-009","trusted":true,"verb":"applyPolicy"}','c95a77263da72136d11587c93405d768b1503f90bf0c7f0c753f59ea7c63e555');
INSERT INTO journal VALUES(68,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":68,"of":2,"prev":"c95a77263da72136d11587c93405d768b1503f90bf0c7f0c753f59ea7c63e555","state":"added","subject":"designation D-2026-010","trusted":true,"verb":"applyPolicy"}','c26b494a81399fe302ea4314556b20b20ea18960c0d318f2acf41d8363bb209b');
INSERT INTO journal VALUES(69,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":69,"of":2,"prev":"c26b494a81399fe302ea4314556b20b20ea18960c0d318f2acf41d8363bb209b","state":"added","subject":"visit A-2026-014","trusted":true,"verb":"applyPolicy"}','9883a9815e47d38bb7973d117869499d0f71fede1ce302dbb24096a61ca81bda');
INSERT INTO journal VALUES(70,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":70,"of":2,"prev":"9883a9815e47d38bb7973d117869499d0f71fede1ce302dbb24096a61ca81bda","state":"added","subject":"visit A-2026-002","trusted":true,"verb":"applyPolicy"}','ae4537d5bb4a3d9873e1d7ef64c34ae8d76be682ef9b3a674ff38282e98995bd');
INSERT INTO journal VALUES(71,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":71,"of":2,"prev":"ae4537d5bb4a3d9873e1d7ef64c34ae8d76be682ef9b3a674ff38282e98995bd","state":"added","subject":"visit A-2026-003","trusted":true,"verb":"applyPolicy"}','b301b8005ea38d62bf884b06e6c0cd6c23127909665a8540e349897cbc34fe7a');
INSERT INTO journal VALUES(72,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":72,"of":2,"prev":"b301b8005ea38d62bf884b06e6c0cd6c23127909665a8540e349897cbc34fe7a","state":"added","subject":"visit A-2026-015","trusted":true,"verb":"applyPolicy"}','c1a70c34c660a3f02aab7ce759355ba384c39230b68f0e4b8a01ea4e9d69f3bb');
INSERT INTO journal VALUES(73,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":73,"of":2,"prev":"c1a70c34c660a3f02aab7ce759355ba384c39230b68f0e4b8a01ea4e9d69f3bb","state":"added","subject":"visit A-2026-041","trusted":true,"verb":"applyPolicy"}','40e8dcee6153841efe6d6eccdd4abcbee6b7fed504cbd11b757d1666e06714f6');
INSERT INTO journal VALUES(74,'{"at":"2026-11-25T16:32:55.456+09:00","author":"100001","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"order","mono":1751438308147,"ms":1795591975456,"number":74,"of":2,"prev":"40e8dcee6153841efe6d6eccdd4abcbee6b7fed504cbd11b757d1666e06714f6","state":"added","subject":"visit A-2026-060","trusted":true,"verb":"applyPolicy"}','b569763be8c4ea268344bcce771ec036216da89315146655adae86ccbb273704');
INSERT INTO journal VALUES(75,'{"at":"2026-11-25T16:32:55.850+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"reader","mono":1751832734609,"ms":1795591975850,"number":75,"prev":"b569763be8c4ea268344bcce771ec036216da89315146655adae86ccbb273704","reader":"server-out","state":"back","trusted":true}','be6851f88996dcb5d2e1b187c920502d82606e39540a1d6ab865cecef5d379dc');
INSERT INTO journal VALUES(76,'{"at":"2026-11-25T16:32:55.850+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"reader","mono":1751832942749,"ms":1795591975850,"number":76,"prev":"be6851f88996dcb5d2e1b187c920502d82606e39540a1d6ab865cecef5d379dc","reader":"monitor-in","state":"back","trusted":true}','8848601566794fcffd8cca9126682a5b320317340bc4acffc0f26b6f2545c41e');
INSERT INTO journal VALUES(77,'{"at":"2026-11-25T16:32:55.850+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"reader","mono":1751832958729,"ms":1795591975850,"number":77,"prev":"8848601566794fcffd8cca9126682a5b320317340bc4acffc0f26b6f2545c41e","reader":"monitor-keys","state":"back","trusted":true}','5fe5208c92b4670340f0a45c8004fee66fcca018b6bf4ebb93985663668bd73e');
INSERT INTO journal VALUES(78,'{"at":"2026-11-25T16:32:55.850+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"reader","mono":1751832968156,"ms":1795591975850,"number":78,"prev":"5fe5208c92b4670340f0a45c8004fee66fcca018b6bf4ebb93985663668bd73e","reader":"server-in","state":"back","trusted":true}','42870ff919b413628fdb65cfefef93614257678ae66ed531db76d113ed65de3e');
INSERT INTO journal VALUES(79,'{"at":"2026-11-25T16:32:55.850+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"reader","mono":1751832976271,"ms":1795591975850,"number":79,"prev":"42870ff919b413628fdb65cfefef93614257678ae66ed531db76d113ed65de3e","reader":"server-keys","state":"back","trusted":true}','e51b2529e77dacd858332679fcac4a88b4ac7c0837aaff5843c97ce9cbd4eb45');
INSERT INTO journal VALUES(80,'{"at":"2026-11-25T16:32:58.379+09:00","badge":"fp:ca817c34779dbc58904ac4c1688e1c0d","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","door":"server","kind":"denied","mono":1754361610675,"ms":1795591978379,"number":80,"people":["V-001"],"prev":"e51b2529e77dacd858332679fcac4a88b4ac7c0837aaff5843c97ce9cbd4eb45","reader":"server-in","reason":"approval-outside-window","room":"server-4f","trusted":true}','b55f746bc9c29325f9ffcea2df908dd81c3f313f6e44df8ae17940d40f1cf3b6');
INSERT INTO journal VALUES(81,'{"at":"2026-11-25T16:32:58.385+09:00","authentication":"badge+pin","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","designation":"D-2026-001","door":"server","kind":"entry","mono":1754367949742,"ms":1795591978385,"number":81,"people":["100123"],"prev":"b55f746bc9c29325f9ffcea2df908dd81c3f313f6e44df8ae17940d40f1cf3b6","reader":"server-keys","room":"server-4f","trusted":true}','cf4e29e2d0e44396c5ccd600c5c9a7f0a694f8531b3a7a2d88cd2a823377138d');
INSERT INTO journal VALUES(82,'{"at":"2026-11-25T16:32:58.427+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","door":"server","kind":"door","mono":1754409708245,"ms":1795591978427,"number":82,"prev":"cf4e29e2d0e44396c5ccd600c5c9a7f0a694f8531b3a7a2d88cd2a823377138d","room":"server-4f","state":"opened","trusted":true}','93f29092262d410fb8cca73873853785ea875365a18421df711bb8df85edb8e3');
INSERT INTO journal VALUES(83,'{"at":"2026-11-25T16:32:58.427+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","door":"server","kind":"entered","mono":1754409713875,"ms":1795591978427,"number":83,"of":81,"people":["100123"],"prev":"93f29092262d410fb8cca73873853785ea875365a18421df711bb8df85edb8e3","room":"server-4f","trusted":true}','37a55c3b4643fb14f780a96cb51c671b70660920d6e1fad01e785e47d12cea88');
INSERT INTO journal VALUES(84,'{"at":"2026-11-25T16:32:58.427+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","door":"server","kind":"door","mono":1754409755263,"ms":1795591978427,"number":84,"prev":"37a55c3b4643fb14f780a96cb51c671b70660920d6e1fad01e785e47d12cea88","room":"server-4f","state":"closed","trusted":true}','d0cd1d22ef49668bef6798cb37cb85b7001dbe5c9d3a1868b04f816c7434c880');
INSERT INTO journal VALUES(85,'{"at":"2026-11-25T16:32:58.427+09:00","badge":"fp:ca817c34779dbc58904ac4c1688e1c0d","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","door":"server","kind":"exit","mono":1754409871040,"ms":1795591978427,"number":85,"people":["V-001"],"prev":"d0cd1d22ef49668bef6798cb37cb85b7001dbe5c9d3a1868b04f816c7434c880","reader":"server-out","room":"server-4f","trusted":true}','ead708c435d1523455661f26ba80fa0d1d98d10aaca02ea55313a850529657bc');
INSERT INTO journal VALUES(86,'{"at":"2026-11-25T16:32:58.430+09:00","board":"main-4f","boot":"1ff8c1ce-ebdb-4135-b60c-dfabef95980c","kind":"system","mono":1754412902635,"ms":1795591978430,"number":86,"prev":"ead708c435d1523455661f26ba80fa0d1d98d10aaca02ea55313a850529657bc","state":"stopped","trusted":true}','7af2b04b2df5f15eee5b73930802e685ecada9853d46bd7522e6b7c6e9ad1171');
CREATE TABLE journalPerson (
  person TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (person, number)
) WITHOUT ROWID;
INSERT INTO journalPerson VALUES('100001',2);
INSERT INTO journalPerson VALUES('100001',3);
INSERT INTO journalPerson VALUES('100001',4);
INSERT INTO journalPerson VALUES('100001',5);
INSERT INTO journalPerson VALUES('100001',6);
INSERT INTO journalPerson VALUES('100001',7);
INSERT INTO journalPerson VALUES('100001',8);
INSERT INTO journalPerson VALUES('100001',9);
INSERT INTO journalPerson VALUES('100001',10);
INSERT INTO journalPerson VALUES('100001',11);
INSERT INTO journalPerson VALUES('100001',12);
INSERT INTO journalPerson VALUES('100001',13);
INSERT INTO journalPerson VALUES('100001',14);
INSERT INTO journalPerson VALUES('100001',15);
INSERT INTO journalPerson VALUES('100001',16);
INSERT INTO journalPerson VALUES('100001',17);
INSERT INTO journalPerson VALUES('100001',18);
INSERT INTO journalPerson VALUES('100001',19);
INSERT INTO journalPerson VALUES('100001',20);
INSERT INTO journalPerson VALUES('100001',21);
INSERT INTO journalPerson VALUES('100001',22);
INSERT INTO journalPerson VALUES('100001',23);
INSERT INTO journalPerson VALUES('100001',24);
INSERT INTO journalPerson VALUES('100001',25);
INSERT INTO journalPerson VALUES('100001',26);
INSERT INTO journalPerson VALUES('100001',27);
INSERT INTO journalPerson VALUES('100001',28);
INSERT INTO journalPerson VALUES('100001',29);
INSERT INTO journalPerson VALUES('100001',30);
INSERT INTO journalPerson VALUES('100001',31);
INSERT INTO journalPerson VALUES('100001',32);
INSERT INTO journalPerson VALUES('100001',33);
INSERT INTO journalPerson VALUES('100001',34);
INSERT INTO journalPerson VALUES('100001',35);
INSERT INTO journalPerson VALUES('100001',36);
INSERT INTO journalPerson VALUES('100001',37);
INSERT INTO journalPerson VALUES('100001',38);
INSERT INTO journalPerson VALUES('100001',39);
INSERT INTO journalPerson VALUES('100001',40);
INSERT INTO journalPerson VALUES('100001',41);
INSERT INTO journalPerson VALUES('100001',42);
INSERT INTO journalPerson VALUES('100001',43);
INSERT INTO journalPerson VALUES('100001',44);
INSERT INTO journalPerson VALUES('100001',45);
INSERT INTO journalPerson VALUES('100001',46);
INSERT INTO journalPerson VALUES('100001',47);
INSERT INTO journalPerson VALUES('100001',48);
INSERT INTO journalPerson VALUES('100001',49);
INSERT INTO journalPerson VALUES('100001',50);
INSERT INTO journalPerson VALUES('100001',51);
INSERT INTO journalPerson VALUES('100001',52);
INSERT INTO journalPerson VALUES('100001',53);
INSERT INTO journalPerson VALUES('100001',54);
INSERT INTO journalPerson VALUES('100001',55);
INSERT INTO journalPerson VALUES('100001',56);
INSERT INTO journalPerson VALUES('100001',57);
INSERT INTO journalPerson VALUES('100001',58);
INSERT INTO journalPerson VALUES('100001',59);
INSERT INTO journalPerson VALUES('100001',60);
INSERT INTO journalPerson VALUES('100001',61);
INSERT INTO journalPerson VALUES('100001',62);
INSERT INTO journalPerson VALUES('100001',63);
INSERT INTO journalPerson VALUES('100001',64);
INSERT INTO journalPerson VALUES('100001',65);
INSERT INTO journalPerson VALUES('100001',66);
INSERT INTO journalPerson VALUES('100001',67);
INSERT INTO journalPerson VALUES('100001',68);
INSERT INTO journalPerson VALUES('100001',69);
INSERT INTO journalPerson VALUES('100001',70);
INSERT INTO journalPerson VALUES('100001',71);
INSERT INTO journalPerson VALUES('100001',72);
INSERT INTO journalPerson VALUES('100001',73);
INSERT INTO journalPerson VALUES('100001',74);
INSERT INTO journalPerson VALUES('100002',12);
INSERT INTO journalPerson VALUES('100123',13);
INSERT INTO journalPerson VALUES('100123',81);
INSERT INTO journalPerson VALUES('100123',83);
INSERT INTO journalPerson VALUES('100124',14);
INSERT INTO journalPerson VALUES('100125',15);
INSERT INTO journalPerson VALUES('100126',16);
INSERT INTO journalPerson VALUES('100127',17);
INSERT INTO journalPerson VALUES('100128',18);
INSERT INTO journalPerson VALUES('100129',19);
INSERT INTO journalPerson VALUES('200001',20);
INSERT INTO journalPerson VALUES('200002',21);
INSERT INTO journalPerson VALUES('200101',22);
INSERT INTO journalPerson VALUES('200102',23);
INSERT INTO journalPerson VALUES('200103',24);
INSERT INTO journalPerson VALUES('200104',25);
INSERT INTO journalPerson VALUES('300001',26);
INSERT INTO journalPerson VALUES('400001',27);
INSERT INTO journalPerson VALUES('400002',28);
INSERT INTO journalPerson VALUES('400003',29);
INSERT INTO journalPerson VALUES('500001',30);
INSERT INTO journalPerson VALUES('500101',31);
INSERT INTO journalPerson VALUES('V-001',32);
INSERT INTO journalPerson VALUES('V-001',80);
INSERT INTO journalPerson VALUES('V-001',85);
INSERT INTO journalPerson VALUES('V-002',33);
INSERT INTO journalPerson VALUES('V-003',34);
INSERT INTO journalPerson VALUES('V-004',35);
INSERT INTO journalPerson VALUES('V-005',36);
INSERT INTO journalPerson VALUES('V-006',37);
INSERT INTO journalPerson VALUES('V-007',38);
INSERT INTO journalPerson VALUES('V-008',39);
CREATE INDEX personByDepartment ON person (department);
CREATE INDEX badgeByPerson ON badge (person);
CREATE UNIQUE INDEX badgeByFingerprint ON badge (substr(digest, 1, 16));
CREATE INDEX appointmentByPerson ON appointment (person);
CREATE INDEX appointmentByOffice ON appointment (office);
CREATE INDEX designationByPerson ON designation (person) WHERE revokedMs IS NULL;
CREATE INDEX visitByVisitor ON visitVisitor (person);
CREATE INDEX badgeReadByTime ON badgeRead (readMs);
CREATE INDEX presenceByRoom ON presence (room);
CREATE INDEX presenceByEscort ON presence (escort) WHERE escort IS NOT NULL;
CREATE INDEX presenceByVisit ON presence (visit) WHERE visit IS NOT NULL;
CREATE INDEX outstandingByRoom ON outstanding (room);
CREATE INDEX outstandingByPerson ON outstanding (person);
CREATE INDEX pinStateLocked ON pinState (lockedUntilMs) WHERE lockedUntilMs IS NOT NULL;
CREATE INDEX journalByTime ON journal (atMs);
CREATE INDEX journalByKind ON journal (kind, number);
CREATE INDEX journalByDoor ON journal (door, number) WHERE door IS NOT NULL;
CREATE TRIGGER journalCounts BEFORE INSERT ON journal
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal counts without gaps'); END;
CREATE TRIGGER journalKeeps BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journalStays BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
COMMIT;
