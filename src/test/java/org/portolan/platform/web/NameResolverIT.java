package org.portolan.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Names that pages begin with, among the beans of the application. */
@ArquillianTest
class NameResolverIT {
  private final NameResolver resolver = new NameResolver();
  private final ELContext context =
      new ELContext() {
        @Override
        public ELResolver getELResolver() {
          return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
          return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
          return null;
        }
      };

  private Object resolve(Object base, Object name) {
    context.setPropertyResolved(false);
    return resolver.getValue(context, base, name);
  }

  @Test
  void ofABeanLeadsToThatOfEachRequest() {
    Object bean = resolve(null, "decisionsBean");

    assertThat(context.isPropertyResolved()).isTrue();
    assertThat(bean).as("not the bean itself, which ends with its request").isNotNull();
    assertThat(bean.getClass().getSimpleName()).contains("Proxy");
    assertThat(resolve(null, "decisionsBean")).as("looked up once").isSameAs(bean);
  }

  @Test
  void leavesWhatItDoesNotKnowToOthers() {
    assertThat(resolve(null, "noBeanHasThisName")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void leavesWhatIsAskedOfAValueToOthers() {
    assertThat(resolve("text", "decisionsBean")).isNull();
    assertThat(resolve(null, 7)).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }
}
