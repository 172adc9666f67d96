// SPDX-License-Identifier: Apache-2.0

/// Why the admin API cannot listen at a place.
public enum ListenerFault: Error, Hashable, CustomStringConvertible {
    /// No socket can have that path.
    case path(String, longest: Int)
    /// Something other than a socket lies there; it is left alone.
    case occupied(String)
    /// Another service listens there.
    case served(String)
    /// No socket can be made in its folder.
    case folder(String, errno: CInt)
    /// A certificate or its key is of no use; the text says why, and holds nothing of the key.
    case certificate(String, String)

    /// What is wrong and what to do, in English.
    public var description: String {
        switch self {
        case .path(let path, let longest):
            "'\(path)' cannot be a socket's path: it must have 1 to \(longest) bytes"
        case .occupied(let path):
            "\(path) is not a socket and is left alone: name another path for the socket"
        case .served(let path):
            "another service listens at \(path): stop it, or name another path for the socket"
        case .folder(let folder, let errno):
            "no socket can be made in \(folder) (errno \(errno)): see that the folder is there and may be written"
        case .certificate(let path, let why):
            "\(path) cannot be used for TLS: \(why); nobody listens on the network until it can"
        }
    }

    /// The same in Japanese.
    public var japanese: String {
        switch self {
        case .path(let path, let longest):
            "「\(path)」はソケットの場所になりません。1〜\(longest)バイトで書いてください。"
        case .occupied(let path):
            "\(path) はソケットではないため、そのままにします。ソケットの場所を変えてください。"
        case .served(let path):
            "\(path) では別のサービスが待ち受けています。止めるか、ソケットの場所を変えてください。"
        case .folder(let folder, let errno):
            "\(folder) にソケットを作れません（errno \(errno)）。フォルダの有無と権限を確かめてください。"
        case .certificate(let path, let why):
            "\(path) を TLS に使えません（\(why)）。直るまでネットワークでは待ち受けません。"
        }
    }
}
