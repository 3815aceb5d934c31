package dev.spendlight.claude;

/// The secret that the provider bills by. It prints as dots.
public final class ApiKey {
  private final String secret;

  /// @param secret as the provider gave it; white space around it, as in a file, is dropped
  public ApiKey(String secret) {
    this.secret = secret.strip();
    if (this.secret.isEmpty() || !this.secret.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "The API key is empty or holds a character that no key has.");
    }
  }

  String secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "...";
  }
}
