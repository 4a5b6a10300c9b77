import sys
from pathlib import Path

# The samples and the structural checker stand beside the tests.
sys.path.insert(0, str(Path(__file__).parent))
