// SPDX-License-Identifier: Apache-2.0

/// The media types that the admin API speaks.
public enum MediaType {
    /// Everything but documents.
    public static let json = "application/json"
    /// Refusals (RFC 9457).
    public static let problem = "application/problem+json"
    /// The policy document (RFC 9512).
    public static let yaml = "application/yaml"
    /// Server-sent events.
    public static let events = "text/event-stream"
    /// Metrics, in Prometheus' text format.
    public static let metrics = "text/plain; version=0.0.4"
}
