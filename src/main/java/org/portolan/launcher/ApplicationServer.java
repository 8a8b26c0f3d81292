package org.portolan.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Payara Micro with the one application in it, bound to one address. */
final class ApplicationServer {
  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
  private static final String HTTP =
      "configs.config.server-config.network-config.protocols.protocol.http-listener.http.";

  /** The thread in which the server stops by itself. */
  private static final String ENDING = "Payara Micro Shutdown Hook";

  private static final Duration END_LIMIT = Duration.ofSeconds(30);
  private static final Logger LOG = Logger.getLogger(ApplicationServer.class.getName());

  private final PayaraMicroRuntime runtime;

  private ApplicationServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  static ApplicationServer start(Path war, DataDirectory data, HttpAddress address) {
    try {
      PayaraMicro.setUpackedJarDir(data.emptied("server").toFile());
      Path logging = data.resolve("logging.properties");
      Files.writeString(logging, logging());
      PayaraMicro micro = PayaraMicro.getInstance();
      micro.setNoHazelcast(true);
      micro.setHttpPort(address.port());
      micro.setHttpAutoBind(false);
      micro.setPrintLogo(false);
      micro.setLogPropertiesFile(logging.toFile());
      micro.setPreBootHandler(runner -> configure(runner, address.bind()));
      PayaraMicroRuntime runtime = micro.bootStrap();
      runtime.deploy("portolan", "/", war.toFile());
      // a failed deployment leaves the server up, answering 404
      if (!runtime.getDeployedApplicationNames().contains("portolan")) {
        runtime.shutdown();
        throw new StartFailure(
            "The application could not be deployed; the reason is in the log above.");
      }
      return new ApplicationServer(runtime);
    } catch (BootstrapException e) {
      throw new StartFailure("The application server could not start: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void configure(AdminCommandRunner runner, String bind) {
    set(runner, LISTENER + "address=" + bind);
    set(runner, HTTP + "compression=on");
    set(
        runner,
        HTTP
            + "compressable-mime-type=text/html,text/css,text/plain,text/xml,text/javascript,"
            + "application/javascript,application/json,application/problem+json,image/svg+xml,"
            + "text/calendar,application/xhtml+xml");
    set(runner, HTTP + "compression-min-size-bytes=1024");
    set(runner, HTTP + "server-header=false");
    set(runner, HTTP + "xpowered-by=false");
  }

  private static void set(AdminCommandRunner runner, String assignment) {
    runner.run("set", assignment);
  }

  private static String logging() {
    return """
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
        java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n
        .level=WARNING
        org.portolan.level=INFO
        javax.enterprise.system.security.ssl.level=SEVERE
        PayaraMicro.level=WARNING
        """;
  }

  /** Returns when nothing of it runs any more, so that what it needs can be stopped next. */
  void stop() {
    try {
      runtime.shutdown();
    } catch (BootstrapException | IllegalStateException e) {
      // it stops by itself where the process is asked to end, and has begun to
      LOG.log(Level.FINE, "the application server is stopping already", e);
    }
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ENDING))
        .forEach(ApplicationServer::await);
  }

  private static void await(Thread ending) {
    try {
      ending.join(END_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
