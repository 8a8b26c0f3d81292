package org.portolan.platform.web;

import jakarta.el.ELContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Knows what the first name of an expression stands for, a bean or what is repeated. The standard
 * resolvers look for a bean of that name and ask one another each time, thousands of times for a
 * long table; this one looks once. What it does not know is for them, as ever.
 */
public final class NameResolver extends PartialResolver {
  /** By name what stands for a bean in every request, or nothing where none may be kept. */
  private final ConcurrentMap<String, Optional<Object>> beans = new ConcurrentHashMap<>();

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null || !(property instanceof String name)) {
      return null;
    }
    Optional<Object> bean = beans.computeIfAbsent(name, NameResolver::find);
    Object value = bean.orElse(null);
    if (value == null) {
      FacesContext faces = (FacesContext) context.getContext(FacesContext.class);
      value = faces == null ? null : faces.getExternalContext().getRequestMap().get(name);
    }
    if (value != null) {
      context.setPropertyResolved(null, property);
    }
    return value;
  }

  /** Only what leads to the bean of each request by itself may be kept. */
  private static Optional<Object> find(String name) {
    BeanManager manager = CDI.current().getBeanManager();
    Set<Bean<?>> found = manager.getBeans(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Bean<?> bean = manager.resolve(found);
    return manager.isNormalScope(bean.getScope())
        ? Optional.of(
            manager.getReference(bean, bean.getBeanClass(), manager.createCreationalContext(bean)))
        : Optional.empty();
  }
}
