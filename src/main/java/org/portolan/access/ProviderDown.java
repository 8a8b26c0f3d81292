package org.portolan.access;

/** A provider does not answer, or answers what means nothing. */
class ProviderDown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProviderDown(String what) {
    super(what);
  }

  ProviderDown(String what, Throwable cause) {
    super(what, cause);
  }
}
