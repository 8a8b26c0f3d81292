/** The radar of a region, joint editions, and the radar for programs. */
package org.portolan.radar.web;
