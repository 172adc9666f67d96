// SPDX-License-Identifier: Apache-2.0
import Access

/// One thing to be found out in the field, by frames to whatever is there; pure.
protocol AirStage {
    /// What comes first, or next.
    ///
    /// - Parameter answer: what came of the last exchange; `nil` at the beginning.
    /// - Returns: the next exchange, or the end.
    mutating func next(after answer: AirAnswer?) -> AirStep
}

/// What came back from the field.
enum AirAnswer: Equatable {
    /// A frame, whole.
    case frame([UInt8])
    /// Nothing within the time.
    case silence
    /// Something that could not be received.
    case disturbance(String)
}

/// A step of a stage.
enum AirStep: Equatable {
    /// The chip is prepared, then a frame goes out.
    case exchange(AirExchange)
    /// A card is there.
    case found(FoundCard)
    /// A dialogue with a card is over: what is to be said of it; nothing, where it does not count.
    case over([Read.Content], FoundCard)
    /// Nobody is there.
    case nobody
    /// Somebody may be there and can't be read now.
    case disturbed(String)
}

/// A frame for the field.
struct AirExchange: Equatable {
    /// Commands to the chip that come first; each must be answered by status 0.
    var preparations: [[UInt8]] = []
    /// The frame.
    let frame: [UInt8]
    /// How long a card may take to answer, in milliseconds.
    let milliseconds: Int
}
