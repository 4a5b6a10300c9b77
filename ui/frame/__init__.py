"""What stands around every screen: header, footer and the tray *My handout*."""
