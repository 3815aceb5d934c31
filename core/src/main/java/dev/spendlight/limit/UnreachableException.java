package dev.spendlight.limit;

/// What processes share cannot be reached, or did not answer in time. Whether the last change was
/// made is unknown.
public final class UnreachableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message a sentence for the operator
  public UnreachableException(String message, Throwable cause) {
    super(message, cause);
  }
}
