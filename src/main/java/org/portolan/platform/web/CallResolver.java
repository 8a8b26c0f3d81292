package org.portolan.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.MethodNotFoundException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Calls methods of our own types from pages, such as {@code row.title()}. The standard resolver
 * looks through a copy of all methods of a class at every call; this one looks once. Where a name
 * and number of arguments leave a choice, the standard one decides as ever.
 */
public final class CallResolver extends PartialResolver {
  private static final String OURS = "org.portolan.";

  /** By class the methods found so far, by name and number of arguments in one text. */
  private final ClassValue<ConcurrentMap<String, Optional<Method>>> methods =
      new ClassValue<>() {
        @Override
        protected ConcurrentMap<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  @Override
  public Object invoke(
      ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
    if (base == null || name == null || !base.getClass().getName().startsWith(OURS)) {
      return null;
    }
    int count = arguments == null ? 0 : arguments.length;
    String key = count == 0 ? name.toString() : name.toString() + count;
    Optional<Method> method =
        methods
            .get(base.getClass())
            .computeIfAbsent(key, any -> only(base.getClass(), name.toString(), count));
    if (method.isEmpty()) {
      return null;
    }
    Object value = call(context, method.get(), base, arguments);
    context.setPropertyResolved(base, name);
    return value;
  }

  private static Object call(ELContext context, Method method, Object base, Object[] arguments) {
    try {
      if (arguments == null || arguments.length == 0) {
        return method.invoke(base);
      }
      Class<?>[] wanted = method.getParameterTypes();
      Object[] fitting = new Object[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        fitting[i] =
            wanted[i].isInstance(arguments[i])
                ? arguments[i]
                : context.convertToType(arguments[i], wanted[i]);
      }
      return method.invoke(base, fitting);
    } catch (IllegalAccessException e) {
      throw new MethodNotFoundException(e);
    } catch (InvocationTargetException e) {
      throw new ELException(e.getCause());
    }
  }

  /** The method of this name and number of arguments, if there is just one that may be called. */
  private static Optional<Method> only(Class<?> type, String name, int arguments) {
    List<Method> found =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals(name))
            .filter(method -> method.getParameterCount() == arguments)
            .toList();
    return found.stream()
        .filter(method -> found.size() == 1 && !method.isVarArgs())
        .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()))
        .findFirst();
  }
}
