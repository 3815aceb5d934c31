package dev.spendlight.simulator;

import java.util.Arrays;

/// The clicks of one day, and the orders they lead to. In columns, for there may be millions.
///
/// Money is in the currency's smallest coins.
final class ClickLog {
  private static final int FIRST_SIZE = 256;

  private int size;
  private int[] target = new int[FIRST_SIZE];
  private short[] term = new short[FIRST_SIZE];
  private byte[] product = new byte[FIRST_SIZE];
  private byte[] placement = new byte[FIRST_SIZE];
  private int[] cost = new int[FIRST_SIZE];
  private int[] sales = new int[FIRST_SIZE];
  private byte[] units = new byte[FIRST_SIZE];
  private byte[] visibleAfter = new byte[FIRST_SIZE];
  private byte[] window = new byte[FIRST_SIZE];
  private byte[] goneAfter = new byte[FIRST_SIZE];
  private byte[] invalidAfter = new byte[FIRST_SIZE];

  /// Adds a click without an order.
  void add(int ofTarget, int ofTerm, int ofProduct, int atPlacement, int coins) {
    if (size == target.length) {
      grow(size * 2);
    }
    target[size] = ofTarget;
    term[size] = (short) ofTerm;
    product[size] = (byte) ofProduct;
    placement[size] = (byte) atPlacement;
    cost[size] = coins;
    size++;
  }

  /// Gives the last click its order.
  ///
  /// @param age of the day, at which reports begin to show the order
  /// @param inWindow the shortest attribution window that has it: 1, 7, 14 or 30 days
  void order(int coins, int unitsSold, int age, int inWindow) {
    sales[size - 1] = coins;
    units[size - 1] = (byte) unitsSold;
    visibleAfter[size - 1] = (byte) age;
    window[size - 1] = (byte) inWindow;
  }

  /// Cancels the last click's order: reports of this age and older no longer show it.
  void cancel(int age) {
    goneAfter[size - 1] = (byte) age;
  }

  /// Takes the last click back: reports of this age and older no longer show it.
  void invalidate(int age) {
    invalidAfter[size - 1] = (byte) age;
  }

  int size() {
    return size;
  }

  int target(int click) {
    return target[click];
  }

  int term(int click) {
    return term[click];
  }

  int product(int click) {
    return product[click];
  }

  int placement(int click) {
    return placement[click];
  }

  int cost(int click) {
    return cost[click];
  }

  int sales(int click) {
    return sales[click];
  }

  int units(int click) {
    return units[click];
  }

  int window(int click) {
    return window[click];
  }

  /// Whether a report pulled at this age of the day shows the click.
  boolean counts(int click, long age) {
    return invalidAfter[click] == 0 || age < invalidAfter[click];
  }

  /// Whether a report pulled at this age of the day shows an order of the click.
  boolean shows(int click, long age) {
    return units[click] > 0
        && visibleAfter[click] <= age
        && (goneAfter[click] == 0 || age < goneAfter[click]);
  }

  private void grow(int to) {
    target = Arrays.copyOf(target, to);
    term = Arrays.copyOf(term, to);
    product = Arrays.copyOf(product, to);
    placement = Arrays.copyOf(placement, to);
    cost = Arrays.copyOf(cost, to);
    sales = Arrays.copyOf(sales, to);
    units = Arrays.copyOf(units, to);
    visibleAfter = Arrays.copyOf(visibleAfter, to);
    window = Arrays.copyOf(window, to);
    goneAfter = Arrays.copyOf(goneAfter, to);
    invalidAfter = Arrays.copyOf(invalidAfter, to);
  }
}
