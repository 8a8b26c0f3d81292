package org.portolan.platform.reading;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/**
 * Takes the network away from the limited process before it opens a file: every way of Java to a
 * socket refuses, and names of hosts are looked up in a file that is empty. What reads files there
 * is Java alone, so no library has another way.
 */
final class NoNetwork {
  private NoNetwork() {}

  @SuppressWarnings("deprecation") // meant for other kinds of sockets; here for none at all
  static void enforce() throws IOException {
    Socket.setSocketImplFactory(
        () -> {
          throw new IllegalStateException("no network here");
        });
    ServerSocket.setSocketFactory(
        () -> {
          throw new IllegalStateException("no network here");
        });
    try {
      DatagramSocket.setDatagramSocketImplFactory(
          () -> {
            throw new IllegalStateException("no network here");
          });
    } catch (SocketException e) {
      throw new IllegalStateException(e);
    }
  }
}
