// SPDX-License-Identifier: Apache-2.0

/// Finds the frames in what a line gives, whatever noise stands between them.
///
/// Where something looks like a frame and is none, the search goes on one byte later, so that noise
/// costs no frame that follows it whole. What is kept is never longer than one frame (L14).
struct OSDPScanner {
    private var kept: [UInt8] = []

    /// How many bytes are still to come of the frame that has begun; `nil` where none has.
    var missing: Int? {
        guard !kept.isEmpty else { return nil }
        guard kept.count >= OSDPFrame.header else { return OSDPFrame.header - kept.count }
        return OSDPFrame.length(kept[2], kept[3]) - kept.count
    }

    /// Takes bytes from the line.
    ///
    /// - Returns: the frames that are whole now.
    mutating func take(_ bytes: [UInt8]) -> [OSDPFrame] {
        var frames: [OSDPFrame] = []
        for byte in bytes {
            kept.append(byte)
            while let frame = next() { frames.append(frame) }
        }
        return frames
    }

    /// Forgets a frame that has begun: nothing more of it will come.
    mutating func forget() { kept = [] }

    /// The frame at the beginning of what is kept, after what cannot be the beginning of one.
    private mutating func next() -> OSDPFrame? {
        while !kept.isEmpty {
            if kept[0] == OSDPFrame.start {
                guard kept.count >= OSDPFrame.header else { return nil }
                let length = OSDPFrame.length(kept[2], kept[3])
                if OSDPFrame.lengths.contains(length) {
                    guard kept.count >= length else { return nil }
                    if let frame = OSDPFrame(Array(kept[..<length])) {
                        kept.removeFirst(length)
                        return frame
                    }
                }
            }
            let following = kept.dropFirst().firstIndex(of: OSDPFrame.start)
            kept.removeFirst(following ?? kept.count)
        }
        return nil
    }
}
