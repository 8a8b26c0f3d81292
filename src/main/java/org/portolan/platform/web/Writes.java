package org.portolan.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often people who have signed in wrote something on this node. What is kept for moments beside
 * this number is made anew after a write, so that whoever wrote sees it at once.
 */
@ApplicationScoped
public class Writes {
  private final AtomicLong count = new AtomicLong();

  public long count() {
    return count.get();
  }

  void another() {
    count.incrementAndGet();
  }
}
