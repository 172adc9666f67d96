// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI
import ArgumentParser

/// Departments (課等).
struct DepartmentCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "department",
            abstract: Words.now.aboutDepartment,
            subcommands: [DepartmentList.self, DepartmentSet.self]
        )
    }
}

/// Lists the departments.
struct DepartmentList: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "list", abstract: Words.now.aboutDepartmentList)
    }

    @OptionGroup var list: ListOptions

    func run() async throws {
        try await complaining {
            let server = try list.common.server()
            try await list.show(server, APIPath.departments, [], of: DepartmentReply.self) {
                PeopleReport(words: .now).table($0.map(\.row))
            }
        }
    }
}

/// Adds a department, or changes its name and kinds.
struct DepartmentSet: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "set", abstract: Words.now.aboutDepartmentSet)
    }

    @Argument(help: ArgumentHelp(Words.now.helpNewDepartment, valueName: "id"))
    var id: String

    @Argument(help: ArgumentHelp(Words.now.helpDepartmentName, valueName: "name"))
    var name: String

    @Option(
        help: ArgumentHelp(Words.now.helpDepartmentKind(DepartmentKind.allCases.map(\.rawValue)))
    )
    var kind: [String] = []

    @OptionGroup var change: ChangeOptions

    func validate() throws {
        for kind in kind where DepartmentKind(rawValue: kind) == nil {
            throw ValidationError(Words.now.unknownDepartmentKind(kind))
        }
    }

    func run() async throws {
        try await complaining {
            let server = try change.server()
            let known = try await server.all(APIPath.departments, of: DepartmentReply.self).items
            let path = APIPath.filled(APIPath.department, id)
            let isKnown = known.contains { $0.row.id == id }
            let tag = isKnown ? try await server.get(path).tag : "*"
            let row = DepartmentRow(id: id, name: name, kinds: kind.isEmpty ? nil : kind)
            try await change.carry("registerDepartment", "\(id) \(name)", tag: tag) { terms in
                try await server.change(path, row, by: .put, terms)
            }
        }
    }
}
