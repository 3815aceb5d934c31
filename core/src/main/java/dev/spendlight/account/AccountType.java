package dev.spendlight.account;

/// Who advertises. It decides the attribution window: sellers 7 days, vendors 14.
public enum AccountType {
  SELLER,
  VENDOR
}
