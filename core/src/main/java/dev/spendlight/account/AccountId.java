package dev.spendlight.account;

/// The name a platform gives an account: 1 to 128 printable characters, compared exactly.
///
/// @param value the id itself; never used as a file name unencoded
public record AccountId(String value) implements Comparable<AccountId> {
  private static final int LONGEST = 128;

  /// @throws IllegalArgumentException with a sentence for the user when the id cannot be one
  public AccountId {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(
          "An account id has 1 to %d characters, this one has %d."
              .formatted(LONGEST, value.length()));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("An account id cannot hold control characters.");
    }
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
