package org.portolan.platform.search;

/** An item by kind and number, without its content. */
record ItemKey(String kind, long id) {
  @Override
  public String toString() {
    return IndexFields.key(kind, id);
  }
}
