package org.portolan.platform.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A disk on which only so much room is left. */
final class FullDisk implements Generations {
  private final GenerationsOnDisk disk;
  private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong refused = new AtomicLong();

  FullDisk(Path base) {
    disk = new GenerationsOnDisk(base);
  }

  void leave(long bytes) {
    left.set(bytes);
  }

  long refused() {
    return refused.get();
  }

  private void write(long bytes) throws IOException {
    if (left.addAndGet(-bytes) < 0) {
      left.set(0);
      refused.incrementAndGet();
      throw new IOException("No space left on device");
    }
  }

  @Override
  public Optional<String> current() throws IOException {
    return disk.current();
  }

  @Override
  public Directory open(String name) throws IOException {
    return new FilterDirectory(disk.open(name)) {
      @Override
      public IndexOutput createOutput(String file, IOContext context) throws IOException {
        return new Metered(super.createOutput(file, context));
      }

      @Override
      public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
          throws IOException {
        return new Metered(super.createTempOutput(prefix, suffix, context));
      }
    };
  }

  @Override
  public String fresh() throws IOException {
    return disk.fresh();
  }

  @Override
  public void publish(String name) throws IOException {
    write(name.length());
    disk.publish(name);
  }

  @Override
  public void drop(String name) {
    disk.drop(name);
  }

  private final class Metered extends FilterIndexOutput {
    private Metered(IndexOutput out) {
      super("metered " + out, out.getName(), out);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      write(1);
      super.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      write(length);
      super.writeBytes(bytes, offset, length);
    }
  }
}
