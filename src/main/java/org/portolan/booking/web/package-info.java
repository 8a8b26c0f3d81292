/** Pages on which a centre keeps what it has and books it for its sessions. */
package org.portolan.booking.web;
