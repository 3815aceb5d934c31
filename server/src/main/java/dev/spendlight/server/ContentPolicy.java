package dev.spendlight.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a page may do (Content Security Policy, W3C): run its own scripts and styles, told by their
/// hashes, and load from here; nobody may frame it, and nothing that got into it by mistake runs.
final class ContentPolicy {
  private ContentPolicy() {}

  static String of(String page) {
    return "default-src 'self'; script-src 'self'%s; style-src 'self'%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        .formatted(hashes(page, "script"), hashes(page, "style"));
  }

  private static String hashes(String page, String element) {
    StringBuilder hashes = new StringBuilder();
    Matcher inline =
        Pattern.compile("<%1$s>(.*?)</%1$s>".formatted(element), Pattern.DOTALL).matcher(page);
    while (inline.find()) {
      hashes.append(" 'sha256-").append(hash(inline.group(1))).append('\'');
    }
    return hashes.toString();
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
