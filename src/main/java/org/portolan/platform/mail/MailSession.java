package org.portolan.platform.mail;

import java.util.Properties;
import org.portolan.platform.config.MailServer;

/** How Jakarta Mail is told of a server. */
final class MailSession {
  private static final String CONNECT_LIMIT = "10000";
  private static final String ANSWER_LIMIT = "30000";

  private MailSession() {}

  static Properties properties(MailServer server, String sender) {
    Properties properties = new Properties();
    String prefix = "mail." + server.protocol() + ".";
    properties.put(prefix + "connectiontimeout", CONNECT_LIMIT);
    properties.put(prefix + "timeout", ANSWER_LIMIT);
    properties.put(prefix + "writetimeout", ANSWER_LIMIT);
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(
        prefix + "starttls.enable",
        String.valueOf(
            server.encryption() == MailServer.Encryption.STARTTLS
                || server.encryption() == MailServer.Encryption.OFFERED));
    properties.put(
        prefix + "starttls.required",
        String.valueOf(server.encryption() == MailServer.Encryption.STARTTLS));
    // what was read is marked when it was dealt with, not before
    properties.put(prefix + "peek", "true");
    if (server.user() != null) {
      properties.put(prefix + "auth", "true");
    }
    if (sender != null) {
      // where reports of what could not be delivered go
      properties.put(prefix + "from", sender);
      properties.put("mail.from", sender);
    }
    return properties;
  }
}
