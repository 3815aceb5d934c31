package dev.spendlight.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;

/// A reply with an entity tag, and the one for clients that have it already.
///
/// @param whole with the document
/// @param notModified 304, with the same headers
record TaggedReply(String tag, Reply whole, Reply notModified) {
  private static final String PRIVATE = "private, no-cache";

  static TaggedReply of(String tag, Reply document) {
    return new TaggedReply(
        tag, tagged(document, tag), tagged(Reply.nothing(Status.NOT_MODIFIED_304), tag));
  }

  private static Reply tagged(Reply reply, String tag) {
    return reply.with(HeaderNames.ETAG, tag).with(HeaderNames.CACHE_CONTROL, PRIVATE);
  }

  /// @param ifNoneMatch the header; may be empty
  Reply to(String ifNoneMatch) {
    return EntityTags.isNamed(ifNoneMatch, tag) ? notModified : whole;
  }

  int size() {
    return whole.size();
  }
}
