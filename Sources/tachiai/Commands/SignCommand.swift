// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser
import Foundation

/// Signs designations by office.
struct SignCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "sign",
            abstract: Words.now.aboutSign,
            discussion: Words.now.discussSign
        )
    }

    @Argument(help: ArgumentHelp(Words.now.helpDesignations, valueName: "id"))
    var ids: [String] = []

    @Flag(help: ArgumentHelp(Words.now.helpWaiting))
    var waiting = false

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        guard waiting == ids.isEmpty else { throw ValidationError(Words.now.idsOrWaiting) }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let ids = waiting ? try await waitingIDs(server) : self.ids
            try await change.each(ids) { id, change in
                let path = APIPath.filled(APIPath.designationSign, id)
                try await change.carry("sign", id, at: path, on: server)
            }
        }
    }

    /// What awaits a signature that this bearer can give; shown, and asked about.
    private func waitingIDs(_ server: Server) async throws -> [String] {
        let me = try await server.get(APIPath.me).json(MeReply.self)
        let rooms = try await server.all(APIPath.rooms, of: RoomReply.self).items
        let all = try await server.all(
            APIPath.designations,
            of: DesignationReply.self,
            upTo: 100_000
        ).items
        let waiting = all.filter { designation in
            let signers = (designation.row.signatures ?? []).map(\.by)
            return designation.state != DesignationReply.revoked
                && !signers.contains(me.person) && me.maySign(designation, in: rooms)
        }
        let words = Words.now
        guard !waiting.isEmpty else {
            if !change.common.json { Screen.standard.write(words.nothingWaits) }
            return []
        }
        if !change.common.json {
            let named = try await server.words(for: waiting)
            Screen.standard.write(DesignationReport(words: named).table(waiting))
        }
        try change.confirm(words.askSign(waiting.count))
        return waiting.map(\.row.id)
    }
}

extension MeReply {
    /// Whether a designation awaits a signature by an office that this bearer holds now.
    fileprivate func maySign(_ designation: DesignationReply, in rooms: [RoomReply]) -> Bool {
        let open = rooms.filter { designation.incompleteFor.contains($0.id) }
        return offices.contains { held in
            switch Office(rawValue: held.office) {
            case .informationOfficer?, .actingInformationOfficer?:
                designation.awaitedSignatures.contains(Office.informationOfficer.rawValue)
            case .sectionHead?:
                designation.awaitedSignatures.contains(held.office)
                    && open.contains { $0.competentSections.contains(held.department ?? "") }
            default: false
            }
        }
    }
}
