package org.portolan.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.portolan.platform.config.MailServer;

/** A mail server that takes no reader: it says the same to every one. */
final class RefusingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String answer;

  RefusingServer(String answer) throws IOException {
    this.answer = answer;
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing mail server");
    thread.setDaemon(true);
    thread.start();
  }

  MailServer address() {
    return MailServer.sending("smtp://127.0.0.1:" + socket.getLocalPort()).orElseThrow();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        // the client went, or the test is over
        continue;
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII);
    out.print("220 refusing\r\n");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("RCPT")) {
        out.print(answer + "\r\n");
      } else if (line.startsWith("QUIT")) {
        out.print("221 bye\r\n");
        return;
      } else {
        out.print("250 ok\r\n");
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
