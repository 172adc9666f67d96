// SPDX-License-Identifier: Apache-2.0

/// Certificates that were made for these tests alone, each with its key; both have long run out.
enum TestCertificate {
    case first, second

    var pem: String { self == .first ? Self.firstPEM : Self.secondPEM }
    var key: String { self == .first ? Self.firstKey : Self.secondKey }

    /// As `openssl x509 -fingerprint -sha256` prints it.
    var fingerprint: String {
        switch self {
        case .first:
            "31:4E:3D:BC:F5:9A:3B:D8:60:01:61:96:2B:01:2B:D2:4C:EC:46:4A:91:1C:DC:21:FF:A1:7B:3A:9B:C0:F8:D8"
        case .second:
            "C6:1D:DC:7A:65:86:93:CF:95:DF:E3:6A:8E:C6:75:07:30:5D:3F:95:08:19:72:F9:9E:30:5E:35:94:05:29:EA"
        }
    }

    private static let firstPEM = """
        -----BEGIN CERTIFICATE-----
        MIIBeDCCAR+gAwIBAgIUM4vaCMIcghnvhBK+qGQcQN5UdmIwCgYIKoZIzj0EAwIw
        EjEQMA4GA1UEAwwHYm9hcmQtYTAeFw0yNjExMjUwNzUxNTJaFw0yNjExMjYwNzUx
        NTJaMBIxEDAOBgNVBAMMB2JvYXJkLWEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
        AARNw6R+Qqtc15JG+fAVYT988YCbZNmjw3hD8uSn+0dgO1qljticnK8dtRkZ4CiZ
        KLOukbzRj7HRM6Fm9sdiJoHQo1MwUTAdBgNVHQ4EFgQUQAAj7hnAf0oxp8de9t9o
        JqPps10wHwYDVR0jBBgwFoAUQAAj7hnAf0oxp8de9t9oJqPps10wDwYDVR0TAQH/
        BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAY16V15bIukYzwrwGNLQq2uy+HeqV1
        pA53ttiOobPTGwIgcbc+1UFs2+ihoPAzMGnZOE+af9JX9ltfGESTWxFwvDs=
        -----END CERTIFICATE-----
        """
    private static let firstKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQggEaY9LHMLCxLqh5y
        TLtCuHaQYmEle6zAK9UK4LY1B2qhRANCAARNw6R+Qqtc15JG+fAVYT988YCbZNmj
        w3hD8uSn+0dgO1qljticnK8dtRkZ4CiZKLOukbzRj7HRM6Fm9sdiJoHQ
        -----END PRIVATE KEY-----
        """
    private static let secondPEM = """
        -----BEGIN CERTIFICATE-----
        MIIBejCCAR+gAwIBAgIUOxGk9SN7+L7P02TA81CPKVk7BUAwCgYIKoZIzj0EAwIw
        EjEQMA4GA1UEAwwHYm9hcmQtYjAeFw0yNjExMjUwNzUxNTJaFw0yNjExMjYwNzUx
        NTJaMBIxEDAOBgNVBAMMB2JvYXJkLWIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
        AASoW9naddSxZ150+HA5vskgSl+Vihd/t8yHm0EYqc6yT7i/6z2/vEb2/UEydPwr
        Z63zvMeCuabATBIMo998ECZOo1MwUTAdBgNVHQ4EFgQUXRv7+/avzf+f4UKQJ2XE
        slYgg40wHwYDVR0jBBgwFoAUXRv7+/avzf+f4UKQJ2XEslYgg40wDwYDVR0TAQH/
        BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAlElnxOVLH9nqomCu5Qtw5GIvQFZM
        O2rmdrSzOYGWggkCIQCsECMG24gt8Jlj/01iff7wpattuJLj9+ig68313i70Og==
        -----END CERTIFICATE-----
        """
    private static let secondKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6rgEpX4mOGFjBPPy
        ewuVd2eqmudIfsuco29GpcmE9AmhRANCAASoW9naddSxZ150+HA5vskgSl+Vihd/
        t8yHm0EYqc6yT7i/6z2/vEb2/UEydPwrZ63zvMeCuabATBIMo998ECZO
        -----END PRIVATE KEY-----
        """
}
