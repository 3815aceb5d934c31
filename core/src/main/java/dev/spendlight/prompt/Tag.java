package dev.spendlight.prompt;

/// What a name tells, from a fixed list: all that a model learns of it.
public enum Tag {
  /// Converts as the own brand's terms do.
  OWN_BRAND("own brand"),
  GENERIC("generic"),
  /// A page of a product that the account sells.
  OWN_PRODUCT("own product's page"),
  /// A page of somebody else's product.
  OTHER_PRODUCT("other product's page"),
  /// People who want it for nothing.
  FREE("looks for something free"),
  /// People who want it used.
  USED("looks for something used"),
  /// People who have one already, and need a part of it.
  REPLACEMENT("looks for a part or a refill"),
  /// People who want to know or to make, not to buy.
  INSTRUCTIONS("looks for instructions");

  private final String words;

  Tag(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
