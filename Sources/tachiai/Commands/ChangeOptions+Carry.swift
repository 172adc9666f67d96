// SPDX-License-Identifier: Apache-2.0
import Access
import AdminAPI

extension ChangeOptions {
    /// Carries out a change and says what came of it, in one line.
    ///
    /// - Returns: the record of it, where there is one.
    @discardableResult
    func carry(
        _ verb: String,
        _ subject: String,
        tag: String? = nil,
        _ ask: (Server.Terms) async throws -> Server.Answer
    ) async throws -> Int64? {
        let screen = Screen.standard
        let answer: Server.Answer
        do {
            answer = try await ask(terms(tag: tag))
        } catch let problem as Problem {
            throw Complaint(problem, about: Words.now.act(verb, subject))
        }
        let record = try? answer.json(OrderReply.self).record
        guard !common.json else {
            screen.write(answer.text)
            return record
        }
        let words = Words.now
        let act = words.act(verb, subject)
        screen.write(isTrial ? words.wouldBeDone(act) : words.done(act, record: record))
        return record
    }

    /// A change at a path that needs no words but the reason.
    func carry(
        _ verb: String,
        _ subject: String,
        at path: String,
        on server: Server
    ) async throws {
        try await carry(verb, subject) { terms in
            try await server.change(path, ReasonRequest(reason: reason), terms)
        }
    }

    /// Carries out a change of each of several; what speaks against one speaks against no other.
    func each<Item>(
        _ items: [Item],
        carry: (Item, ChangeOptions) async throws -> Void,
        conclude: () async throws -> Void = {}
    ) async throws {
        var refusals = 0
        for (number, item) in items.enumerated() {
            do {
                try await carry(item, numbered(number + 1, of: items.count))
            } catch let complaint as Complaint where items.count > 1 && complaint.isOfRow {
                Screen.standard.complain(complaint.description)
                refusals += 1
            } catch {
                // What was done until now is shown all the same.
                try? await conclude()
                throw error
            }
        }
        try await conclude()
        guard refusals == 0 else {
            throw Complaint(.refused, Words.now.someRefused(refusals, of: items.count))
        }
    }

    /// One of several changes has its own key, made from the one that was said.
    private func numbered(_ number: Int, of count: Int) -> ChangeOptions {
        guard count > 1, let idempotencyKey else { return self }
        var options = self
        options.idempotencyKey = String((idempotencyKey + "-\(number)").suffix(64))
        return options
    }
}
