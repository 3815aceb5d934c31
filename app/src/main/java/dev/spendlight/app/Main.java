package dev.spendlight.app;

/// Where the `spendlight` command starts.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("spendlight " + Main.class.getPackage().getImplementationVersion());
      return;
    }
    System.err.println("spendlight: only --version is here yet");
    System.exit(2);
  }
}
