package org.portolan.platform.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A connection that ends at a moment, however slowly the other side goes on. */
final class TimedSocket implements AutoCloseable {
  private static final int LONGEST_CONNECT = 5_000;

  private final long ends;
  private final Socket plain = new Timed();
  private Socket socket = plain;

  /**
   * @param ends on the clock of {@link System#nanoTime}
   */
  TimedSocket(long ends) {
    this.ends = ends;
  }

  /** To this place, whatever the name of the target leads to by now. */
  void connect(Target target, InetAddress place, SSLSocketFactory tls) throws IOException {
    plain.connect(new InetSocketAddress(place, target.port()), Math.min(left(), LONGEST_CONNECT));
    if (target.tls()) {
      SSLSocket sealed = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
      SSLParameters parameters = sealed.getSSLParameters();
      // that it is whom it says is looked at here, and nowhere else
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      sealed.setSSLParameters(parameters);
      sealed.startHandshake();
      socket = sealed;
    }
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  InputStream in() throws IOException {
    return new BufferedInputStream(socket.getInputStream());
  }

  private int left() throws SocketTimeoutException {
    long left = Duration.ofNanos(ends - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("it takes too long");
    }
    return (int) left;
  }

  @Override
  public void close() throws IOException {
    // a TLS connection would say farewell and wait for an answer
    plain.close();
  }

  /** Whoever reads of it, TLS while it greets too, waits no longer than is left. */
  private final class Timed extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          setSoTimeout(left());
          return super.read();
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
          setSoTimeout(left());
          return super.read(into, at, most);
        }
      };
    }
  }
}
