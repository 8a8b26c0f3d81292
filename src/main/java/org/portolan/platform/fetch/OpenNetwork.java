package org.portolan.platform.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses anybody may reach. Whatever is set aside is not: this machine, networks of its
 * neighbours, where clouds tell machines their secrets, and ways through which other addresses
 * hide.
 */
final class OpenNetwork {
  private static final List<Block> SET_ASIDE_4 =
      List.of(
          new Block(0, 0, 8),
          new Block(10, 0, 8),
          new Block(100, 64, 10),
          new Block(127, 0, 8),
          new Block(169, 254, 16),
          new Block(172, 16, 12),
          new Block(192, 168, 16),
          new Block(198, 18, 15),
          new Block(224, 0, 3));

  /** Three bytes each: protocol assignments, examples, an old way into IPv6. */
  private static final List<Integer> SET_ASIDE_24 =
      List.of(0xC00000, 0xC00002, 0xC05863, 0xC63364, 0xCB0071);

  private OpenNetwork() {}

  private record Block(int first, int second, int bits) {
    boolean has(int word) {
      int mask = -1 << (32 - bits);
      return (word & mask) == ((first << 24 | second << 16) & mask);
    }
  }

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? four(bytes) : six(bytes);
  }

  private static boolean four(byte[] bytes) {
    int word = word(bytes);
    return SET_ASIDE_4.stream().noneMatch(block -> block.has(word))
        && !SET_ASIDE_24.contains(word >>> 8);
  }

  /** Given out to networks (2000::/3), but for what carries or names other addresses. */
  private static boolean six(byte[] bytes) {
    int word = word(bytes);
    boolean givenOut = word >>> 29 == 1;
    boolean protocols = word >>> 9 == 0x20010000 >>> 9;
    boolean examples = word == 0x20010db8;
    boolean moreExamples = word >>> 12 == 0x3fff0;
    boolean carriesFour = word >>> 16 == 0x2002;
    return givenOut && !protocols && !examples && !moreExamples && !carriesFour;
  }

  private static int word(byte[] bytes) {
    return (bytes[0] & 0xff) << 24
        | (bytes[1] & 0xff) << 16
        | (bytes[2] & 0xff) << 8
        | bytes[3] & 0xff;
  }
}
