"""The plain words a room is named with: none says anything about a case."""

QUALITIES = """
amber ample arctic autumn azure balmy blue bold brass breezy bright broad bronze calm candid cedar chalk charcoal cheerful clear
clever cloudy coastal copper coral cosy cotton crimson crisp crystal curious daily dappled deep distant dotted early eastern
easy emerald even evening fair fern fine flaxen fleet floral fluffy free fresh frosty gentle gilded glad golden grand granite
green hazel hearty helpful honest humble indigo ivory jade jolly keen kind large leafy lemon level light lilac linen little
lively lofty long lucid lunar mellow merry mild mint misty modest morning mossy narrow neat noble northern oaken olive opal open
orange patient pearl placid plain pleasant plum polar polished quick quiet rapid ready rosy round royal ruby rustic sandy
scarlet serene shady silent silken silver simple smooth snowy soft solar southern spring square steady still striped sturdy
summer sunny swift tall teal tidy tranquil upper useful velvet violet warm western wide winter wise wooden woven yellow
""".split()

PLACES = """
acorn alcove almond anchor apple apricot arbour arch aspen atlas avenue badger bakery balcony bamboo barley barn basil basket
bay beacon beech bell bench berry birch bird blossom boat bonfire bookshelf bottle boulder bowl bramble bridge brook broom
bucket button cabin camel canal candle canoe canvas canyon carpet cart castle cellar chair chalet channel chapel cherry chestnut
chimney circle cliff clock cloud clover coast cobble comet compass copse cottage cove crane creek cricket crown cup current
curtain cushion daisy dale delta desk dove drum dune eagle easel elm engine falcon feather ferry fiddle field finch fjord flag
flint flute forest fountain fox gable gallery garden gate glacier glade glen goose gorge grape grove gull hamlet harbour harp
heath hedge heron hill hive holly horizon inlet island ivy jetty juniper keel kestrel kettle kite ladder lagoon lake lamp lane
lantern larch lark lavender leaf library lighthouse lily lime linden loom lotus magpie mallard mango map maple marble market
marsh meadow melon mill mirror moor mosaic moss mountain museum nest nutmeg oak oasis oat ocean orchard otter owl paddle palm
panda paper park pasture path pear pebble pelican pencil pepper piano pier pillow pine planet plaza plover pocket pond poplar
poppy porch prairie quarry quay quilt rabbit raft rainbow raven reed reef ribbon ridge river robin rocket roof rose rowan saddle
saffron sail sandal sapling satchel scarf seal shelf shell shore signal sparrow spire spruce stable star station statue stone
stove stream sundial swallow swan teapot temple terrace thistle thyme ticket timber tower tram tulip turtle umbrella valley vase
veranda viaduct village vine violin wagon walnut waterfall wave weaver well wharf wheat wheel willow windmill window wing wool
wren yard
""".split()
