package org.portolan.access;

/** What somebody's offices ask of how they sign in. */
public enum FactorDemand {
  /** Nothing, or they have a second factor. */
  NONE,
  /** They should set one up. */
  ASKED,
  /** The rights of their office rest until they sign in by one. */
  REQUIRED
}
