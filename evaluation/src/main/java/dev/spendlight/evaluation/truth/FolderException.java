package dev.spendlight.evaluation.truth;

/// A folder does not hold what it should. The message is a sentence for the user.
public final class FolderException extends RuntimeException {
  public FolderException(String message) {
    super(message);
  }

  public FolderException(String message, Throwable cause) {
    super(message, cause);
  }
}
