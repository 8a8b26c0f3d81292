package org.portolan.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.portolan.pack.RefusedPack.Reason;

/** A pack that somebody sent: it holds what its manifest says, all of it and nothing else. */
final class OpenPack implements Closeable {
  private final SafeZip zip;
  private final Manifest manifest;

  private OpenPack(SafeZip zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  static OpenPack open(Path file) throws RefusedPack, IOException {
    SafeZip zip = SafeZip.open(file, PackFormat.LIMITS);
    boolean good = false;
    try {
      if (!zip.names().contains(PackFormat.MANIFEST)) {
        throw new RefusedPack(Reason.NO_MANIFEST);
      }
      OpenPack pack =
          new OpenPack(zip, Manifest.read(zip.read(PackFormat.MANIFEST, PackFormat.LARGEST_TEXT)));
      pack.requireWhole();
      good = true;
      return pack;
    } finally {
      if (!good) {
        zip.close();
      }
    }
  }

  private void requireWhole() throws RefusedPack {
    Set<String> extra = new HashSet<>(zip.names());
    extra.remove(PackFormat.MANIFEST);
    for (PackedPractice practice : manifest.practices()) {
      content(practice);
      extra.remove(practice.entry());
      for (PackedFile file : practice.files()) {
        if (zip.size(file.entry()) != file.size()) {
          throw new RefusedPack(Reason.CHANGED, file.entry());
        }
        extra.remove(file.entry());
      }
    }
    if (!extra.isEmpty()) {
      throw new RefusedPack(Reason.EXTRA, extra.iterator().next());
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** What a practice says, as it was written. */
  String content(PackedPractice practice) throws RefusedPack {
    byte[] content = zip.read(practice.entry(), PackFormat.LARGEST_TEXT);
    if (!PackFormat.hash(content).equals(practice.hash())) {
      throw new RefusedPack(Reason.CHANGED, practice.entry());
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  /** A file; whether it is what the manifest says is known when it was read. */
  InputStream open(PackedFile file) throws RefusedPack {
    return zip.open(file.entry());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
