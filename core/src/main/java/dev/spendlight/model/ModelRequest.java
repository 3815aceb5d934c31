package dev.spendlight.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Everything that decides what a model is asked. Two equal requests are the same bytes to the
/// provider, so the hash of one is the key of the reply that was paid for it.
///
/// @param model as its provider names it
/// @param system instructions that do not change from request to request: the part that a provider
///   may keep and bill less for
/// @param turns the conversation, by turns, the user's first and last
/// @param schema the JSON Schema, as text, that the reply has to follow
/// @param maxTokens that the reply may have, thinking included
public record ModelRequest(
    String model, String system, List<Turn> turns, String schema, int maxTokens) {

  public ModelRequest {
    turns = List.copyOf(turns);
    if (turns.isEmpty() || turns.getLast().speaker() != Speaker.USER) {
      throw new IllegalArgumentException("The last turn has to be the user's.");
    }
  }

  /// SHA-256 over every field, each with its length before it, in hexadecimal digits.
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      add(digest, model);
      add(digest, system);
      for (Turn turn : turns) {
        add(digest, turn.speaker().name());
        add(digest, turn.text());
      }
      add(digest, schema);
      add(digest, Integer.toString(maxTokens));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
