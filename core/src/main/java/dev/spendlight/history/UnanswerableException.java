package dev.spendlight.history;

/// The question has no answer from what was imported; the message is a sentence that says why and
/// what to do.
public final class UnanswerableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnanswerableException(String message) {
    super(message);
  }
}
