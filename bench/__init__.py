"""What the app is measured against, each number beside a peer's from the same run."""
