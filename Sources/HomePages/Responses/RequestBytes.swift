import FoundationEssentials
import Hummingbird
import NIOCore

/// Reads a request's body within bounds of size and time.
enum RequestBytes {
    /// - Parameter limit: bytes.
    /// - Throws: `PageFault` for a body that is too large, too slow or broken off.
    static func read(_ request: Request, upTo limit: Int) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw PageFault.tooLarge(limit)
        }
        let body = request.body
        return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            defer { group.cancelAll() }
            group.addTask {
                do {
                    return try await body.collect(upTo: limit)
                } catch is NIOTooManyBytesError {
                    throw PageFault.tooLarge(limit)
                }
            }
            group.addTask {
                try await Task.sleep(for: PageLimits.bodyTime, clock: .continuous)
                throw PageFault(status: .requestTimeout, sentence: "The request took too long to arrive.")
            }
            guard let bytes = try await group.next() else { throw CancellationError() }
            return bytes
        }
    }

    /// Reads a form as browsers send it, or the same as JSON.
    ///
    /// - Throws: `PageFault` for anything else.
    static func form<Form: Decodable>(_ type: Form.Type, from request: Request) async throws -> Form {
        let bytes = try await read(request, upTo: PageLimits.formBytes)
        let kind = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        do {
            if kind == "application/json" {
                return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView))
            }
            guard bytes.readableBytes == 0 || kind == "application/x-www-form-urlencoded" else {
                throw PageFault(
                    status: .unsupportedMediaType, sentence: "A form is taken here, or the same as JSON."
                )
            }
            return try URLEncodedFormDecoder().decode(type, from: String(buffer: bytes))
        } catch let fault as PageFault {
            throw fault
        } catch {
            throw PageFault(status: .badRequest, sentence: "The form could not be read.")
        }
    }
}
