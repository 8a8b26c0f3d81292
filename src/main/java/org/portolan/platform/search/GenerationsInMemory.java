package org.portolan.platform.search;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** Indexes that live no longer than the process. */
final class GenerationsInMemory implements Generations {
  private final Map<String, Directory> directories = new ConcurrentHashMap<>();
  private String current;
  private int made;

  @Override
  public synchronized Optional<String> current() {
    return Optional.ofNullable(current);
  }

  @Override
  public Directory open(String name) {
    return directories.computeIfAbsent(name, n -> new ByteBuffersDirectory());
  }

  @Override
  public synchronized String fresh() {
    return "g" + ++made;
  }

  @Override
  public synchronized void publish(String name) {
    current = name;
    directories.keySet().removeIf(other -> !other.equals(name));
  }

  @Override
  public void drop(String name) {
    directories.remove(name);
  }
}
