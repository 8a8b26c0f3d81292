package org.portolan.platform.reading;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Gives the limited process no channel to anywhere; named to its virtual machine at the start. */
public final class NoChannels extends SelectorProvider {
  private static final String REFUSED = "no network here";

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public Pipe openPipe() throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    throw new IOException(REFUSED);
  }

  @Override
  public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
    throw new IOException(REFUSED);
  }
}
