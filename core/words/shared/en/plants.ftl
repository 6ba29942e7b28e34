# Notes that a new plain notebook starts with.
plant-one-title = Basil
plant-one-text = Took the tops off the basil. It gets thick when you pinch it. Keep it on the sill, out of the cold.
plant-two-title = Aloe
plant-two-text = Took two young ones off the aloe and put them in sand. No water for a week.
plant-three-title = Spider plant
plant-three-text = Moved the spider plant to a bigger pot. It has three young ones hanging down. I could give one away.
plant-four-title = Seeds to get
plant-four-text = Sweet peas, chard, and the red lettuce. Sow the peas in paper cups first.
plant-five-title = The fig
plant-five-text = The fig dropped some leaves. It may have had too much water. Let the soil dry, then look again.
