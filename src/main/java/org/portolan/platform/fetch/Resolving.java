package org.portolan.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Says at which addresses a name is found. */
interface Resolving {
  InetAddress[] addresses(String host) throws UnknownHostException;
}
