package dev.spendlight.server;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.document.AnalysisDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Entity tags of answers. They are weak ones: two documents that say the same have the same tag,
/// whenever they were made and however they are packed.
final class EntityTags {
  private static final int BYTES = 9;

  private EntityTags() {}

  static String of(AnalysisResult result) {
    byte[] said =
        AnalysisDocument.of(as(result, Instant.EPOCH, Freshness.CACHED), false)
            .getBytes(StandardCharsets.UTF_8);
    byte[] hash = Arrays.copyOf(sha256().digest(said), BYTES);
    return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
  }

  /// The same answer as one that was kept.
  static AnalysisResult cached(AnalysisResult result) {
    return as(result, result.generatedAt(), Freshness.CACHED);
  }

  private static AnalysisResult as(AnalysisResult result, Instant made, Freshness freshness) {
    return new AnalysisResult(
        result.account(),
        result.asOf(),
        made,
        result.source(),
        freshness,
        result.degradedBecause(),
        result.caveats(),
        result.analysis(),
        result.opportunityFindings(),
        result.facts(),
        Optional.empty());
  }

  /// Whether an `If-None-Match` header names a tag, or any.
  static boolean isNamed(String ifNoneMatch, String tag) {
    if (ifNoneMatch.isEmpty()) {
      return false;
    }
    if (ifNoneMatch.equals(tag)) {
      return true;
    }
    String opaque = tag.substring(2);
    return Arrays.stream(ifNoneMatch.split(",", -1))
        .map(String::strip)
        .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals(opaque));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
