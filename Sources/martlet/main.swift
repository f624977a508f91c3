print("martlet: nothing here yet")
