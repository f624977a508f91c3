"""What the client tests stand on: a real node as a process, a raw protocol client, and the records that are sent."""
