package org.portolan.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The address and port that this node listens on. */
record HttpAddress(String bind, int port) {
  private static final int FREE_TO_ALL = 1024;

  /** Says at once why they cannot be had, before anything slow has been started. */
  void probe() {
    InetSocketAddress address = new InetSocketAddress(bind, port);
    if (address.isUnresolved()) {
      throw new StartFailure("PORTOLAN_BIND names " + bind + ", which is no known host.");
    }
    if (canBind(address)) {
      return;
    }
    // with any free port: is it the address that cannot be had, or only this port
    if (!canBind(new InetSocketAddress(address.getAddress(), 0))) {
      throw new StartFailure(
          "The address " + bind + " of PORTOLAN_BIND cannot be bound: it is none of this machine.");
    }
    throw new StartFailure(
        "Port "
            + port
            + " on "
            + bind
            + (port < FREE_TO_ALL ? " is taken, or not for this user to open." : " is taken.")
            + " Stop what uses it, or choose another with PORTOLAN_HTTP_PORT.");
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The address as the server's listener takes it: a name could become another later. */
  String numeric() {
    return new InetSocketAddress(bind, port).getAddress().getHostAddress();
  }

  String url() {
    return "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + port;
  }
}
