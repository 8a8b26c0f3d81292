package org.portolan.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;

/** Leaves all to the resolvers that follow but what a kind of it knows better. */
abstract class PartialResolver extends ELResolver {
  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    // nothing is set here
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return false;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return null;
  }
}
